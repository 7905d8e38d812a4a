import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { processEffects } from '../../src/cli/process-effects.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NODE = path.join(ROOT, 'node_modules/.bin/node');
const BIN = path.join(ROOT, 'scripts/specgraph.mjs');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'specgraph-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writing', () => {
  const effects = processEffects();

  test('replaces a file completely, keeps its mode and leaves no temporary file', async () => {
    const file = path.join(folder, 'a.md');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    await effects.writeFile(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('writes through a symbolic link', async () => {
    writeFileSync(path.join(folder, 'real.md'), 'old');
    symlinkSync('real.md', path.join(folder, 'link.md'));
    await effects.writeFile(path.join(folder, 'link.md'), 'new');
    expect(readFileSync(path.join(folder, 'real.md'), 'utf8')).toBe('new');
  });

  test('creates missing folders', async () => {
    await effects.writeFile(path.join(folder, 'a/b/c.md'), 'new');
    expect(readFileSync(path.join(folder, 'a/b/c.md'), 'utf8')).toBe('new');
  });

  test('leaves no temporary file when it fails', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    await expect(effects.writeFile(path.join(folder, 'file/a.md'), 'x')).rejects.toThrow(/ENOTDIR|EEXIST/);
    await expect(effects.writeFile(folder, 'x')).rejects.toThrow();
    expect(
      readdirSync(path.dirname(folder)).filter((name) => name.startsWith(path.basename(folder))),
    ).toEqual([path.basename(folder)]);
  });
});

test('watching yields after a change in the folder', async () => {
  writeFileSync(path.join(folder, 'a.md'), 'old');
  const changes = processEffects().watch([folder])[Symbol.asyncIterator]();
  const change = changes.next();
  // The first request sets up the watcher; a change at the same moment could come before it is ready.
  const writing = setInterval(() => writeFileSync(path.join(folder, 'a.md'), 'new'), 20);
  expect((await change).done).toBe(false);
  clearInterval(writing);
  await changes.return?.();
});

test.each(['replaced', 'created'])('watching a file yields after it has been %s', async (how) => {
  const file = path.join(folder, 'specgraph.config.yaml');
  if (how === 'replaced') writeFileSync(file, 'old');
  const changes = processEffects().watch([file])[Symbol.asyncIterator]();
  for (const round of ['first', 'second']) {
    const change = changes.next();
    const writing = setInterval(() => {
      writeFileSync(path.join(folder, 'other'), round);
      renameSync(path.join(folder, 'other'), file);
    }, 20);
    expect((await change).done).toBe(false);
    clearInterval(writing);
  }
  await changes.return?.();
});

test('watching a file says nothing of its neighbours', async () => {
  const own = path.join(folder, 'own.yaml');
  const changes = processEffects().watch([own])[Symbol.asyncIterator]();
  let isTold = false;
  const change = changes.next().then(() => (isTold = true));
  await new Promise((resolve) => void setTimeout(resolve, 50));
  writeFileSync(path.join(folder, 'other.yaml'), 'new');
  await new Promise((resolve) => void setTimeout(resolve, 200));
  expect(isTold).toBe(false);
  writeFileSync(own, 'new');
  await change;
  await changes.return?.();
});

describe('the program', () => {
  const specgraph = (...args: string[]): string =>
    execFileSync(NODE, [BIN, ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });

  test.each([
    ['check', ['check', '--format', 'json'], /^\{\n {2}"schema": "specgraph\.check\/1"/],
    ['graph', ['graph', '--format', 'mermaid'], /^flowchart LR/],
    ['variables', ['variables', '--phase', '9'], /FL_EDGE_MAX_BACKOFF/],
    ['refs', ['refs', 'FL_EDGE_BACKOFF'], /^FL_EDGE_BACKOFF \(SuperNode\)/],
    ['impact', ['impact', 'FL_EDGE_BACKOFF'], /^Distance 1/],
    ['rules', ['rules'], /^links\n/],
    ['help', ['--help'], /^specgraph COMMAND/],
  ])('%s', (_name, args, beginning) => {
    expect(specgraph(...args)).toMatch(beginning);
  });

  test('exits with 1 for findings and with 2 for wrong usage', () => {
    writeFileSync(path.join(folder, 'a.md'), '[x](gone.md)\n');
    const status = (...args: string[]): unknown => {
      try {
        execFileSync(NODE, [BIN, ...args], { cwd: folder, stdio: 'pipe' });
        return 0;
      } catch (error) {
        return (error as { status: number }).status;
      }
    };
    expect([
      status('check', '.'),
      status('check', '--nonsense'),
      status('check', '.', '--rule', 'broken-link=off'),
    ]).toEqual([1, 2, 0]);
  });

  test('ends without an error when the reader of its output closes the pipe', async () => {
    const child = spawn(NODE, [BIN, 'graph'], { cwd: ROOT });
    let stderr = '';
    child.stderr.on('data', (data) => void (stderr += data));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => void child.on('close', resolve));
    expect([code, stderr]).toEqual([0, '']);
  });
});
