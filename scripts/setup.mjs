// Makes a fresh clone ready. Plain JavaScript without dependencies: it runs on Node 18, before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The repository's folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = path.join(ROOT, 'node_modules');
const LOCK = path.join(ROOT, 'package-lock.json');
const MARK = path.join(MODULES, '.package-lock.sha256');
const WINDOWS = process.platform === 'win32';

/** Environment in which the tools of the project, Node 24 among them, come first. */
export function toolEnvironment(extra = {}) {
  return {
    ...process.env,
    PATH: `${path.join(MODULES, '.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
    ...extra,
  };
}

/** Runs `npm ci` unless what is installed is what the lockfile says. Throws with one clear sentence. */
export function installPackages() {
  const hash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (read(MARK) !== hash) {
    if (!installedAsLocked()) {
      console.log('Installing packages (npm ci) …');
      const { status } = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
      if (status !== 0) throw new Error('npm ci failed; the messages above say why.');
    }
    writeFileSync(MARK, hash);
  }
  const node = path.join(MODULES, '.bin', WINDOWS ? 'node.cmd' : 'node');
  if (!works(node)) {
    // An npm that runs no install scripts leaves the package without its program.
    run('npm', ['rebuild', 'node', '--loglevel=error']);
    if (!works(node))
      throw new Error(
        `Node 24 did not get installed (${path.relative(ROOT, node)}); "npm rebuild node" says why.`,
      );
  }
}

/** Compares package-lock.json with the list that npm keeps of what it has installed. */
function installedAsLocked() {
  const installed = read(path.join(MODULES, '.package-lock.json'));
  if (!installed) return false;
  const there = JSON.parse(installed).packages ?? {};
  return Object.entries(JSON.parse(readFileSync(LOCK, 'utf8')).packages).every(
    ([name, entry]) =>
      name === '' ||
      there[name]?.version === entry.version ||
      (!there[name] && (entry.optional || entry.devOptional)),
  );
}

/**
 * A Chromium for the browser tests: Playwright's own or the system's, installed where there is none.
 * @returns {string} path of the program; throws with what to do where none can be had
 */
export function findBrowser() {
  const found = installedBrowser();
  if (found) return found;
  console.log('Installing a browser (playwright install chromium) …');
  run(process.execPath, [path.join(MODULES, 'playwright', 'cli.js'), 'install', 'chromium'], {
    timeout: 240_000,
  });
  const own = installedBrowser();
  if (own) return own;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing a browser (apt-get install chromium) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-q'], { env });
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
  }
  const system = installedBrowser();
  if (system) return system;
  throw new Error(
    'No Chromium for the browser tests: install one (apt-get install chromium, or npx playwright install --with-deps chromium) or name it in CHROMIUM.',
  );
}

function installedBrowser() {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) =>
      ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) =>
        path.join(folder, name),
      ),
    );
  return [process.env.CHROMIUM, playwrightsOwn(), ...onPath].find(
    (program) => program && existsSync(program) && works(program),
  );
}

function playwrightsOwn() {
  try {
    return createRequire(path.join(ROOT, 'package.json'))('playwright').chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** Whether a program starts: one that lacks a library does not. */
function works(program) {
  return (
    existsSync(program) &&
    spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000, shell: WINDOWS }).status === 0
  );
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: WINDOWS, ...options });
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    installPackages();
    if (process.argv.includes('--browser')) console.log(`Browser: ${findBrowser()}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
