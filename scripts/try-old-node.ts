/**
 * `npm run try-old-node`: whether the two commands work on a fresh clone where Node 18 and an npm of its time come
 * first on the PATH. It clones the last commit and needs the package registry, so it is no part of `npm test`.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const ADDRESS = /The specification: (http\S+)/;
const START_LIMIT_MS = 10 * 60_000;

interface Trial {
  node: string;
  npm: string;
  /** Whether the old npm installs everything first, and so leaves native packages out. */
  isInstalledBefore: boolean;
}

const TRIALS: Trial[] = [
  { node: '18', npm: '10', isInstalledBefore: false },
  { node: '18', npm: '9', isInstalledBefore: true },
];

const temporary = mkdtempSync(path.join(tmpdir(), 'old-node-'));
try {
  for (const trial of TRIALS) await tryCommands(trial);
} catch (error) {
  console.error(`✖ ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

async function tryCommands({ node, npm, isInstalledBefore }: Trial): Promise<void> {
  const env = installOldTools(node, npm);
  console.log(`\nNode ${printed('node', env)} and npm ${printed('npm', env)}`);
  const clone = path.join(temporary, `clone-npm-${npm}`);
  runOrThrow('git', ['clone', '--quiet', ROOT, clone], temporary, env);
  if (isInstalledBefore) {
    runOrThrow('npm', ['ci', '--no-audit', '--loglevel=error'], clone, env);
    console.log('✔ the old npm has installed what it will');
  }
  await tryStart(clone, env);
  runOrThrow('npm', ['test', '--', 'lint'], clone, env);
  console.log('✔ npm test -- lint');
}

/** Starts the site, fetches the page whose address it prints as soon as that is printed, and stops it. */
async function tryStart(clone: string, env: NodeJS.ProcessEnv): Promise<void> {
  // A group of its own, so that everything it starts is stopped with it.
  const start = spawn('npm', ['start'], {
    cwd: clone,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await printedAddress(start);
    const { status } = await fetch(url);
    if (status !== 200) throw new Error(`${url} answered with ${status}`);
    console.log(`✔ npm start: ${url} answered as soon as it was printed`);
  } finally {
    const ended = new Promise((resolve) => start.once('close', resolve));
    if (start.exitCode === null) process.kill(-start.pid!, 'SIGTERM');
    await ended;
  }
}

function printedAddress(start: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`no address was printed:\n${output}`)), START_LIMIT_MS);
    start.stdout!.on('data', (data) => {
      process.stdout.write(data);
      output += data;
      const found = ADDRESS.exec(output);
      if (found) resolve(found[1]);
    });
    start.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
    start.stdout!.once('close', () => clearTimeout(timer));
  });
}

/** @returns the environment in which these versions come first on the PATH */
function installOldTools(node: string, npm: string): NodeJS.ProcessEnv {
  const folder = path.join(temporary, `node-${node}-npm-${npm}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), '{"private":true,"allowScripts":{"node":true}}');
  const outer = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_'));
  const env = Object.fromEntries(outer);
  const packages = [`node@${node}`, `npm@${npm}`];
  runOrThrow('npm', ['install', '--no-audit', '--loglevel=error', ...packages], folder, env);
  const bin = path.join(folder, 'node_modules/.bin');
  return { ...env, PATH: `${bin}${path.delimiter}${env.PATH}` };
}

function printed(program: string, env: NodeJS.ProcessEnv): string {
  return spawnSync(program, ['--version'], { env, encoding: 'utf8' }).stdout.trim();
}

function runOrThrow(program: string, args: string[], cwd: string, env: NodeJS.ProcessEnv): void {
  const { status } = spawnSync(program, args, { cwd, env, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`);
}
