// `npm start`: installs, checks the specification and prints the findings, then serves the site. Runs on Node 18.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { installPackages } from './setup/install-packages.mjs';
import { needsShell, ROOT, run, withProgramsOf } from './setup/run.mjs';
import { waitForAnswer } from './wait-for-answer.mjs';

/** Says which server of this folder runs. */
const RUNNING = path.join(ROOT, '.cache', 'server.json');
const PARENT_CHECK_MS = 500;
const ANSWER_LIMIT_MS = 5000;
const FIRST_PORT = Number(process.env.PORT) || 4321;
const env = withProgramsOf(ROOT, { ASTRO_TELEMETRY_DISABLED: '1' });

/** The first free port from `port` on. */
function freePort(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) =>
      error.code === 'EADDRINUSE' ? resolve(freePort(port + 1)) : reject(error),
    );
    server.listen(port, 'localhost', () => server.close(() => resolve(port)));
  });
}

/** Serves the site, and prints its address as soon as the server answers. */
async function serve() {
  const port = await freePort(FIRST_PORT);
  const base = (process.env.BASE_PATH ?? '').replace(/^\/?|\/?$/g, '/').replace(/^\/+$/, '/');
  const url = `http://localhost:${port}${base}`;
  const server = spawn('astro', ['dev', '--port', String(port), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: needsShell('astro'),
    env,
  });
  let isRunning = true;
  const end = (signal) => server.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
  const parent = endWithParent(() => end('SIGTERM'));
  server.on('error', (error) => console.error(error.message));
  server.on('close', (code) => {
    isRunning = false;
    clearInterval(parent);
    rmSync(RUNNING, { force: true });
    process.exitCode = code ?? 0;
  });
  if (!(await waitForAnswer(url, () => isRunning))) return;
  mkdirSync(path.dirname(RUNNING), { recursive: true });
  writeFileSync(RUNNING, JSON.stringify({ pid: process.pid, url }));
  console.log(`\nThe specification: ${url}  (Ctrl-C ends it)\n`);
}

/** npm that is ended by SIGTERM does not always end what it has started: the server ends when its parent is gone. */
function endWithParent(end) {
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) end();
  }, PARENT_CHECK_MS);
}

/** The address of a server that an earlier `npm start` in this folder has started and that answers. */
async function runningServer() {
  try {
    const { pid, url } = JSON.parse(readFileSync(RUNNING, 'utf8'));
    process.kill(pid, 0);
    const { ok } = await globalThis.fetch(url, { signal: globalThis.AbortSignal.timeout(ANSWER_LIMIT_MS) });
    return ok ? { pid, url } : undefined;
  } catch {
    return undefined;
  }
}

try {
  const running = await runningServer();
  if (running) {
    console.log(`The specification is served already: ${running.url}  (process ${running.pid})`);
    process.exit(0);
  }
  installPackages();
  // The site is served although there are findings: the author wants to see them there.
  run('node', ['scripts/specgraph.mjs', 'check'], { env });
  await serve();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
