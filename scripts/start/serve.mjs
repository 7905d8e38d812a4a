// Starts a server and ends it in every way that its starter ends. Plain JavaScript that runs on Node 18.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { needsShell } from '../setup/run.mjs';
import { answers, waitForAnswer } from './answers.mjs';

const PARENT_CHECK_MS = 500;
const ANSWER_LIMIT_MS = 5000;

/**
 * Serves a site on the first free port, and prints its address as soon as the server answers.
 *
 * @param {object} options
 * @param {string} options.program the server
 * @param {(port: number) => string[]} options.args its arguments
 * @param {number} options.firstPort the port to try first
 * @param {string} options.base path below which the site is ("/")
 * @param {string} options.noteFile file that says which server runs; see `runningServer`
 * @param {object} options.spawnOptions working directory and environment of the server
 */
export async function serve({ program, args, firstPort, base, noteFile, spawnOptions }) {
  const port = await freePort(firstPort);
  const url = `http://localhost:${port}${base}`;
  const server = spawn(program, args(port), {
    stdio: 'inherit',
    shell: needsShell(program),
    ...spawnOptions,
  });
  let isRunning = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
  const parent = whenParentIsGone(() => server.kill('SIGTERM'));
  server.on('error', (error) => console.error(error.message));
  server.on('close', (code) => {
    isRunning = false;
    clearInterval(parent);
    rmSync(noteFile, { force: true });
    process.exitCode = code ?? 0;
  });
  if (!(await waitForAnswer(url, () => isRunning))) return;
  mkdirSync(path.dirname(noteFile), { recursive: true });
  writeFileSync(noteFile, JSON.stringify({ pid: process.pid, url }));
  console.log(`\nThe specification: ${url}  (Ctrl-C ends it)\n`);
}

/**
 * The server that an earlier `serve` with the same file has started, if it answers.
 *
 * @param {string} noteFile
 * @returns {Promise<{ pid: number, url: string } | undefined>}
 */
export async function runningServer(noteFile) {
  try {
    const { pid, url } = JSON.parse(readFileSync(noteFile, 'utf8'));
    process.kill(pid, 0);
    const isAnswer = (status) => status >= 200 && status < 300;
    return (await answers(url, { timeout: ANSWER_LIMIT_MS, isAnswer })) ? { pid, url } : undefined;
  } catch {
    return undefined;
  }
}

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

/** npm that is ended by SIGTERM does not always end what it has started: the server ends when its parent is gone. */
function whenParentIsGone(end) {
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) end();
  }, PARENT_CHECK_MS);
}
