/** A check of documents that have not changed reads its report from the cache. Any change that matters causes a new check. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NODE = path.join(ROOT, 'node_modules/.bin/node');

let project: string;
const file = (name: string): string => path.join(project, name);
const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(file(name)), { recursive: true });
  writeFileSync(file(name), text);
};
/** Sets the time of a file far back: the stamp of a file that was written just now does not count. */
const setOldTime = (name: string): void => utimesSync(file(name), 1e9, 1e9);
const check = (...args: string[]): string => checkWith(ROOT, ...args);
/** @param program folder that holds the program */
const checkWith = (program: string, ...args: string[]): string => {
  try {
    return execFileSync(NODE, [path.join(program, 'scripts/specgraph.mjs'), 'check', 'docs', ...args], {
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

test('prints the same findings from the cache in every format, except for the time', () => {
  const first = check();
  expect(first).not.toMatch(FROM_CACHE);
  expect(first).toContain('gone.md');
  const second = check();
  expect(second).toMatch(FROM_CACHE);
  const plain = (text: string): string =>
    text.replace(/\. [\d.]+ m?s(?:, unchanged since the last check)?$/m, '.');
  expect(plain(second)).toBe(plain(first));
  for (const format of ['json', 'sarif', 'github', 'junit']) {
    const [fresh, cached] = [check('--format', format, '--no-cache'), check('--format', format)];
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
  test.each(CHANGES)('%s', (_what, change) => {
    check();
    expect(check()).toMatch(FROM_CACHE);
    change();
    expect(check()).not.toMatch(FROM_CACHE);
  });

  test('a changed import of the configuration', () => {
    write(
      'docs/specgraph.config.mjs',
      "import { level } from './level.mjs';\nexport default { rules: { 'broken-link': level } };\n",
    );
    write('docs/level.mjs', "export const level = 'error';\n");
    expect(check()).toContain('gone.md');
    expect(check()).toMatch(FROM_CACHE);
    write('docs/level.mjs', "export const level = 'off';\n");
    expect(check()).not.toContain('gone.md');
  });
});

test('a fresh check is made after a change of the program', () => {
  const program = file('program');
  for (const part of [
    'package.json',
    'scripts/specgraph.mjs',
    'src/specgraph',
    'src/profiles',
    'src/cli',
    'src/git',
  ])
    cpSync(path.join(ROOT, part), path.join(program, part), { recursive: true, preserveTimestamps: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(program, 'node_modules'));
  const source = (name: string): string => path.join(program, 'src', name);
  const CHANGES: readonly [what: string, change: () => void][] = [
    ['the engine', () => appendFileSync(source('specgraph/check.ts'), '// more\n')],
    ['a rule', () => appendFileSync(source('specgraph/rules/broken-link.ts'), '// more\n')],
    ['the command line', () => appendFileSync(source('cli/main.ts'), '// more\n')],
    ['the time of a module', () => utimesSync(source('specgraph/check.ts'), 1e9, 1e9)],
    ['a new module', () => writeFileSync(source('specgraph/rules/one-more.ts'), '')],
    ['a removed module', () => rmSync(source('specgraph/rules/one-more.ts'))],
  ];
  checkWith(program);
  for (const [what, change] of CHANGES) {
    expect(checkWith(program), `before: ${what}`).toMatch(FROM_CACHE);
    change();
    const report = checkWith(program);
    expect(report, what).toContain('gone.md');
    expect(report, what).not.toMatch(FROM_CACHE);
  }
});

test('a request with other options has a cached report of its own', () => {
  check();
  expect(check('--rule', 'broken-link=off')).not.toMatch(FROM_CACHE);
  expect(check()).toMatch(FROM_CACHE);
  expect(check('--rule', 'broken-link=off')).toMatch(FROM_CACHE);
});

test('a file that was touched but not changed keeps the cached report', () => {
  for (const name of ['docs/a.md', 'docs/b.md']) setOldTime(name);
  check();
  utimesSync(file('docs/a.md'), 1.1e9, 1.1e9);
  expect(check()).toMatch(FROM_CACHE);
});

test('--no-cache and --fix neither read nor write the cache', () => {
  check('--no-cache');
  expect(check('--no-cache')).not.toMatch(FROM_CACHE);
  check('--fix');
  expect(check()).not.toMatch(FROM_CACHE);
});

test('a damaged cache file is ignored', () => {
  check();
  const folder = file('node_modules/.cache/specgraph');
  for (const name of readdirSync(folder)) writeFileSync(path.join(folder, name), '{"schema":');
  expect(check()).not.toMatch(FROM_CACHE);
  expect(check()).toMatch(FROM_CACHE);
});

test('without a node_modules folder nothing is cached', () => {
  rmSync(file('node_modules'), { recursive: true });
  check();
  expect(check()).not.toMatch(FROM_CACHE);
  expect(readdirSync(project)).toEqual(['docs']);
});

test('notices that .gitignore files change', () => {
  write('docs/.gitignore', 'other\n');
  check();
  expect(check()).toMatch(FROM_CACHE);
  write('docs/.gitignore', 'b.md\n');
  expect(check()).toContain('which git ignores');
});

test('notices that a .gitignore file appears above the folder', () => {
  execFileSync('git', ['init', '-q', '.'], { cwd: project });
  check();
  expect(check()).toMatch(FROM_CACHE);
  write('.gitignore', 'docs/b.md\n');
  expect(check()).toContain('which git ignores');
});

test('notices that an ignored file is committed all the same', () => {
  execFileSync('git', ['init', '-q', '.'], { cwd: project });
  write('.gitignore', 'docs/b.md\n');
  expect(check()).toContain('which git ignores');
  execFileSync('git', ['add', '-f', 'docs/b.md'], { cwd: project });
  expect(check()).not.toContain('which git ignores');
});

test('keeps the reports of other arguments apart', () => {
  write('README.md', '[gone](lost.md)\n');
  check();
  expect(check('README.md')).toContain('lost.md');
  expect(check('README.md')).toMatch(FROM_CACHE);
  expect(check('--exclude', 'a.md')).toContain('No findings');
  expect(check()).toContain('gone.md');
});
