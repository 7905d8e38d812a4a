/** A check of documents that have not changed reads its report from the cache. Any change that matters causes a new check. */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { processEffects } from '../../src/cli/process-effects.ts';
import { programFingerprint } from '../../src/cli/program-fingerprint.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NODE = path.join(ROOT, 'node_modules/.bin/node');

let project: string;
const file = (name: string): string => path.join(project, name);
const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(file(name)), { recursive: true });
  writeFileSync(file(name), text);
};
const cacheFolder = (): string => file('node_modules/.cache/specgraph');
/** Sets the time of a file far back: the stamp of a file that was written just now does not count. */
const setOldTime = (name: string): void => utimesSync(file(name), 1e9, 1e9);
/** Checks within this process, whose memory holds nothing of an earlier check but modules. */
const check = async (...args: string[]): Promise<string> => {
  let printed = '';
  const output = { write: (text: string) => void (printed += text), isTTY: false };
  const env = { NO_COLOR: '1' };
  await run(['check', 'docs', ...args], { ...processEffects(project), env, stdout: output, stderr: output });
  return printed;
};
/** Checks in a process of its own. */
const checkInProcess = (): string => {
  try {
    return execFileSync(NODE, [path.join(ROOT, 'scripts/specgraph.mjs'), 'check', 'docs'], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};
const FROM_CACHE = /unchanged since the last check/;

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'specgraph-cache-'));
  mkdirSync(file('node_modules'));
  write('docs/a.md', '# A\n\n[b](b.md#b)\n\n[gone](gone.md)\n');
  write('docs/b.md', '# B\n\n[a](a.md)\n');
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

test('prints the same findings from the cache in every format, except for the time', async () => {
  const first = await check();
  expect(first).not.toMatch(FROM_CACHE);
  expect(first).toContain('gone.md');
  const second = await check();
  expect(second).toMatch(FROM_CACHE);
  const plain = (text: string): string =>
    text.replace(/\. [\d.]+ m?s(?:, unchanged since the last check)?$/m, '.');
  expect(plain(second)).toBe(plain(first));
  for (const format of ['json', 'sarif', 'github', 'junit']) {
    const [fresh, cached] = [await check('--format', format, '--no-cache'), await check('--format', format)];
    const withoutTime = (text: string): string => text.replace(/time="[\d.]+"/g, '');
    expect(withoutTime(cached), format).toBe(withoutTime(fresh));
  }
});

describe('checks again after', () => {
  const CHANGES: readonly [what: string, change: () => void][] = [
    ['another text of the same length', () => write('docs/b.md', '# C\n\n[a](a.md)\n')],
    ['a new document', () => write('docs/c.md', '# C\n')],
    ['a document in a folder that is new', () => write('docs/deep/c.md', '# C\n')],
    ['a removed document', () => rmSync(file('docs/b.md'))],
    ['a renamed document', () => renameSync(file('docs/b.md'), file('docs/c.md'))],
    ['a new file that a broken link points to', () => write('docs/gone.md', '# Gone\n')],
    ['a new configuration', () => write('docs/specgraph.config.json', '{}')],
    ['a new contract', () => write('docs/contracts/one.yaml', 'phase: "1"\n')],
    [
      'a document that became a symbolic link to another',
      () => {
        rmSync(file('docs/b.md'));
        symlinkSync('a.md', file('docs/b.md'));
      },
    ],
  ];
  test.each(CHANGES)('%s', async (_what, change) => {
    await check();
    expect(await check()).toMatch(FROM_CACHE);
    change();
    expect(await check()).not.toMatch(FROM_CACHE);
  });

  test('a changed import of the configuration', () => {
    write(
      'docs/specgraph.config.mjs',
      "import { level } from './level.mjs';\nexport default { rules: { 'broken-link': level } };\n",
    );
    write('docs/level.mjs', "export const level = 'error';\n");
    expect(checkInProcess()).toContain('gone.md');
    expect(checkInProcess()).toMatch(FROM_CACHE);
    write('docs/level.mjs', "export const level = 'off';\n");
    expect(checkInProcess()).not.toContain('gone.md');
  });
});

test('a fresh check is made after a change of the program', async () => {
  await check();
  const [stored] = readdirSync(cacheFolder()).map((name) => path.join(cacheFolder(), name));
  const entry = JSON.parse(readFileSync(stored, 'utf8')) as { program: string };
  expect(entry.program).toBe(programFingerprint());
  writeFileSync(stored, JSON.stringify({ ...entry, program: `${entry.program}\nmore` }));
  const report = await check();
  expect(report).toContain('gone.md');
  expect(report).not.toMatch(FROM_CACHE);
});

test('a request with other options has a cached report of its own', async () => {
  await check();
  expect(await check('--rule', 'broken-link=off')).not.toMatch(FROM_CACHE);
  expect(await check()).toMatch(FROM_CACHE);
  expect(await check('--rule', 'broken-link=off')).toMatch(FROM_CACHE);
});

test('a file that was touched but not changed keeps the cached report', async () => {
  for (const name of ['docs/a.md', 'docs/b.md']) setOldTime(name);
  await check();
  utimesSync(file('docs/a.md'), 1.1e9, 1.1e9);
  expect(await check()).toMatch(FROM_CACHE);
});

test('--no-cache and --fix neither read nor write the cache', async () => {
  await check('--no-cache');
  expect(await check('--no-cache')).not.toMatch(FROM_CACHE);
  await check('--fix');
  expect(await check()).not.toMatch(FROM_CACHE);
});

test('a damaged cache file is ignored', async () => {
  await check();
  for (const name of readdirSync(cacheFolder())) writeFileSync(path.join(cacheFolder(), name), '{"schema":');
  expect(await check()).not.toMatch(FROM_CACHE);
  expect(await check()).toMatch(FROM_CACHE);
});

test('without a node_modules folder nothing is cached', async () => {
  rmSync(file('node_modules'), { recursive: true });
  await check();
  expect(await check()).not.toMatch(FROM_CACHE);
  expect(readdirSync(project)).toEqual(['docs']);
});

test('notices that .gitignore files change', async () => {
  write('docs/.gitignore', 'other\n');
  await check();
  expect(await check()).toMatch(FROM_CACHE);
  write('docs/.gitignore', 'b.md\n');
  expect(await check()).toContain('which git ignores');
});

test('notices that a .gitignore file appears above the folder', async () => {
  execFileSync('git', ['init', '-q', '.'], { cwd: project });
  await check();
  expect(await check()).toMatch(FROM_CACHE);
  write('.gitignore', 'docs/b.md\n');
  expect(await check()).toContain('which git ignores');
});

test('notices that an ignored file is committed all the same', async () => {
  execFileSync('git', ['init', '-q', '.'], { cwd: project });
  write('.gitignore', 'docs/b.md\n');
  expect(await check()).toContain('which git ignores');
  execFileSync('git', ['add', '-f', 'docs/b.md'], { cwd: project });
  expect(await check()).not.toContain('which git ignores');
});

test('keeps the reports of other arguments apart', async () => {
  write('README.md', '[gone](lost.md)\n');
  await check();
  expect(await check('README.md')).toContain('lost.md');
  expect(await check('README.md')).toMatch(FROM_CACHE);
  expect(await check('--exclude', 'a.md')).toContain('No findings');
  expect(await check()).toContain('gone.md');
});
