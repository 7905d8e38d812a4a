/** `npm start` with a small server instead of Astro's. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runningServer } from '../../scripts/start/serve.mjs';

const MODULE = pathToFileURL(path.resolve(import.meta.dirname, '../../scripts/start/serve.mjs')).href;

let folder: string;
let noteFile: string;
let starter: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'specgraph-serve-'));
  noteFile = path.join(folder, 'cache/server.json');
  writeFileSync(
    path.join(folder, 'server.mjs'),
    `import { createServer } from 'node:http';
createServer((_, response) => response.end('the site')).listen(Number(process.argv[2]), 'localhost');
`,
  );
  writeFileSync(
    path.join(folder, 'start.mjs'),
    `import { serve } from ${JSON.stringify(MODULE)};
await serve({
  program: process.execPath,
  args: (port) => ['server.mjs', String(port)],
  firstPort: Number(process.argv[2]),
  base: '/',
  noteFile: ${JSON.stringify(noteFile)},
  spawnOptions: { cwd: ${JSON.stringify(folder)} },
});
`,
  );
});
afterEach(async () => {
  if (starter?.kill('SIGTERM')) await new Promise((resolve) => starter!.on('close', resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** A port that is free now. */
async function somePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, 'localhost', () => resolve((server.address() as AddressInfo).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @returns the address that is printed */
async function addressOf(program: ChildProcess): Promise<string> {
  let output = '';
  for await (const data of program.stdout!) {
    output += String(data);
    const [, url] = /The specification: (\S+)/.exec(output) ?? [];
    if (url) return url;
  }
  throw new Error(`the program ended: ${output}`);
}

const start = (port: number): ChildProcess =>
  (starter = spawn(process.execPath, ['start.mjs', String(port)], { cwd: folder }));
const isAnswered = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

test('SIGTERM ends the server, and until then it is the one that runs', async () => {
  const url = await addressOf(start(await somePort()));
  await expect.poll(() => runningServer(noteFile)).toEqual({ pid: starter!.pid, url });
  starter!.kill('SIGTERM');
  await new Promise((resolve) => starter!.on('close', resolve));
  expect(await isAnswered(url)).toBe(false);
  expect(existsSync(noteFile)).toBe(false);
});

test('the server ends when the program that started all of it is killed', async () => {
  // As npm does, a shell stands in between.
  const port = String(await somePort());
  starter = spawn('sh', ['-c', `"${process.execPath}" start.mjs ${port}; true`], { cwd: folder });
  const url = await addressOf(starter);
  expect(await isAnswered(url)).toBe(true);
  starter.kill('SIGKILL');
  await expect.poll(() => isAnswered(url), { timeout: 5000 }).toBe(false);
});

test('a taken port is passed over', async () => {
  const other = createServer((_, response) => response.end('another site'));
  const taken = await new Promise<number>((resolve) => {
    other.listen(0, 'localhost', () => resolve((other.address() as AddressInfo).port));
  });
  const url = await addressOf(start(taken));
  expect(Number(new URL(url).port)).toBeGreaterThan(taken);
  expect(await (await fetch(url)).text()).toBe('the site');
  await new Promise((resolve) => other.close(resolve));
});

test('a note of a process that has ended, or of a server that does not answer, is not believed', async () => {
  const url = `http://localhost:${await somePort()}/`;
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  mkdirSync(path.dirname(noteFile));
  for (const pid of [ended, process.pid]) {
    writeFileSync(noteFile, JSON.stringify({ pid, url }));
    expect(await runningServer(noteFile)).toBeUndefined();
  }
  writeFileSync(noteFile, '{"pid":');
  expect(await runningServer(noteFile)).toBeUndefined();
});
