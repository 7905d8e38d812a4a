import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONFIG, SMALL_SET } from '../helpers/small-set.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
let repository: string;

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    cwd: repository,
    encoding: 'utf8',
  });

function commit(files: Record<string, string>, message: string): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(repository, file)), { recursive: true });
    writeFileSync(path.join(repository, file), text);
  }
  git('add', '-A');
  git('commit', '-q', '-m', message);
}

function diff(args: string[], cwd = repository): { code: number; stdout: string; stderr: string } {
  try {
    const stdout = execFileSync(
      path.join(ROOT, 'node_modules/.bin/node'),
      [path.join(ROOT, 'scripts/specgraph.mjs'), 'diff', ...args],
      { cwd, encoding: 'utf8', stdio: 'pipe' },
    );
    return { code: 0, stdout, stderr: '' };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, stdout, stderr };
  }
}

beforeAll(() => {
  repository = mkdtempSync(path.join(tmpdir(), 'specgraph-diff-'));
  git('init', '-q', '-b', 'main');
  const contract =
    'phase: 2\nmust_haves:\n  artifacts:\n    - path: spec/02-server.md\n      provides: doors\n      contains: Doors\n';
  commit(
    {
      ...SMALL_SET,
      'spec/contracts/phase-02.yaml': contract,
      'spec/ünï code.md': '# Ünï\n\n[x](02-server.md)\n',
    },
    'one',
  );
  git('tag', 'one');
  commit(
    {
      'spec/01-reference.md': SMALL_SET['spec/01-reference.md'].replace(
        '| number | 9092 |',
        '| number | 9093 |',
      ),
      'spec/02-server.md': SMALL_SET['spec/02-server.md']
        .replace('## 3. Logs', '## 4. Logs')
        .replace('## 2. Ports', '## 2. Doors\n\nThey open.\n\n## 3. Ports'),
    },
    'two',
  );
  git('tag', 'two');
});
afterAll(() => rmSync(repository, { recursive: true, force: true }));

const BOTH = [
  'Contracts (2)',
  '  ! Phase 2: broken → kept',
  '  ! Phase 2: spec/02-server.md: doors: broken → kept',
  '',
  'Variables changed (1)',
  '  ~ FL_PORT (Server parameters) default: 9092 → 9093',
  '',
  'Sections added (1)',
  '  + spec/02-server.md 2 Doors',
  '',
  'Sections renumbered (2)',
  '  ~ spec/02-server.md 2 Ports → 3 Ports',
  '  ~ spec/02-server.md 3 Logs → 4 Logs',
  '',
  'References that appeared (1)',
  '  + spec/03 "1. Start" → spec/02 2 (spec/03-guide.md:5)',
  '',
  'References that vanished (1)',
  '  - spec/03 "1. Start" → spec/02 2 (spec/03-guide.md:5)',
  '',
].join('\n');

test('prints the changes between two revisions', () => {
  const { stdout } = diff(['one', 'two']);
  expect(stdout).toBe(`one → two\n\n${BOTH}`);
});

test('compares with the working tree and does not change the checkout', () => {
  writeFileSync(path.join(repository, 'spec/03-guide.md'), '# Guide\n\n## 1. Start\n\nNothing.\n');
  const before = git('status', '--porcelain');
  const { stdout } = diff(['two']);
  expect(stdout).toMatch(/^two → the working tree\n\nReferences that vanished \(2\)/);
  expect(git('status', '--porcelain')).toBe(before);
  git('checkout', '-q', '.');
  expect(diff(['two']).stdout).toBe('two → the working tree: nothing that the graph shows has changed.\n');
});

test('leaves out in the revision what is excluded now', () => {
  const config = JSON.stringify({ ...CONFIG, exclude: ['03-*.md'] });
  writeFileSync(path.join(repository, 'spec/specgraph.config.json'), config);
  expect(diff(['two']).stdout).toBe('two → the working tree: nothing that the graph shows has changed.\n');
  git('checkout', '-q', '.');
});

test('runs in a subfolder of the repository', () => {
  const { stdout } = diff(['one', 'two', '--dir', '.'], path.join(repository, 'spec'));
  expect(stdout).toContain('~ FL_PORT (Server parameters) default: 9092 → 9093');
});

test('prints JSON and a comment for a pull request', () => {
  const json = JSON.parse(diff(['one', 'two', '--format', 'json']).stdout);
  expect(json).toMatchObject({
    schema: 'specgraph.diff/1',
    from: 'one',
    to: 'two',
    root: 'spec',
    documents: { added: [], removed: [], renamed: [] },
  });
  const { stdout } = diff(['one', 'two', '--format', 'markdown']);
  expect(stdout).toMatch(
    /^### Specification graph: `one` → `two`\n\n\*\*Contracts \(2\)\*\*\n\n- Phase 2: broken → kept\n/,
  );
  expect(stdout).toContain(
    String.raw`- ${'`FL_PORT`'} (Server parameters) default: ${'`9092`'} → ${'`9093`'}`,
  );
});

test.each([
  [['nowhere'], 'git knows no revision nowhere'],
  [['--dir', 'gone', 'one'], 'gone does not exist; name a folder of Markdown documents'],
  [['one', 'two', 'three'], 'diff takes one or two revisions; specgraph diff REV [REV]'],
])('%j is wrong usage', (args, message) => {
  expect(diff(args)).toEqual({ code: 2, stdout: '', stderr: `specgraph: ${message}\n` });
});

test('reports wrong usage outside a repository', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'specgraph-none-'));
  writeFileSync(path.join(folder, 'a.md'), '# A\n');
  expect(diff(['one', '--dir', '.'], folder)).toEqual({
    code: 2,
    stdout: '',
    stderr: 'specgraph: this is not a git repository; run the command inside one\n',
  });
  rmSync(folder, { recursive: true });
});

test('a section that is left alone with its number is renumbered, and not renamed', () => {
  const book = (sections: string): string => `# Book\n\n${sections}`;
  const pause = 'Pause\n\nA pause of ten seconds follows each round.\n';
  commit({ 'other/book.md': book(`## 1. Scope\n\nWhat it is.\n\n## 2. ${pause}`) }, 'a book');
  commit({ 'other/book.md': book(`## 1. ${pause}`) }, 'a shorter book');
  const { stdout } = diff(['HEAD~1', 'HEAD', '--dir', 'other']);
  expect(stdout).toContain('Sections renumbered (1)');
  expect(stdout).not.toContain('Sections renamed');
});
