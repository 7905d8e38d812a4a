/** `check --since` in real repositories: what it compares with, and what `--fix` does with its findings. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadProject } from '#specgraph/load';
import { PROFILES } from '#profiles';
import { gitIn } from '../../src/git/run-git.ts';
import { NO_CACHE } from '../../src/cli/report-cache.ts';
import { run } from '../../src/cli/main.ts';

let repository: string;

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    cwd: repository,
    encoding: 'utf8',
  });

function write(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(repository, file)), { recursive: true });
    writeFileSync(path.join(repository, file), text);
  }
}

const read = (file: string): string => readFileSync(path.resolve(repository, file), 'utf8');

async function check(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const outcome = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => void (outcome[name] += text),
    isTTY: false,
  });
  const code = await run(['check', ...args], {
    stdout: output('stdout'),
    stderr: output('stderr'),
    cwd: repository,
    env,
    load: (folder, options) => loadProject(folder, { ...options, cwd: repository, profiles: PROFILES }),
    readText: (file) => Promise.try(read, file),
    writeFile: (file, text) => Promise.resolve(writeFileSync(path.join(repository, file), text)),
    changeFiles: () => Promise.reject(new Error('these checks change no files')),
    listFiles: () => Promise.resolve([]),
    readStdin: () => Promise.resolve(''),
    git: gitIn(repository),
    // eslint-disable-next-line require-yield -- these checks end at once
    async *watch() {
      return;
    },
    interrupted: () => Promise.resolve(),
    now: () => 0,
    reportCache: NO_CACHE,
  });
  return { code, ...outcome };
}

const CONFIG = {
  documentNumber: String.raw`^(\d{2})-`,
  documentPrefix: 'spec',
  requirements: ['R-01', 'R-02', 'R-03', 'R-04'].map((id) => ({ id, title: id })),
  claims: [{ pattern: '{n} rules', quantity: 'rules', within: { document: '01', section: '2' } }],
  quantities: { rules: { of: 'requirements' } },
};

const REFERENCE = [
  '# Reference',
  '',
  '## 1. Scope',
  '',
  'It says what the reference is for.',
  '',
  '## 2. Rules',
  '',
  'There are 4 rules for everybody.',
  '',
].join('\n');

const INSERTED = REFERENCE.replace('## 2. Rules', '## 2. Terms\n\nWords and what they mean.\n\n## 3. Rules');

const SERVER =
  '# Server\n\nIt keeps the rules of spec/01, Section 2. See [the rules](01-reference.md#2-rules).\n';

beforeEach(() => {
  repository = mkdtempSync(path.join(tmpdir(), 'specgraph-since-'));
  git('init', '-q', '-b', 'main');
  write({
    'spec/specgraph.config.json': JSON.stringify(CONFIG, null, 2),
    'spec/contracts/phase-01.yaml':
      "phase: 1\nmust_haves:\n  patterns:\n    - { path: spec/01-reference.md, section: '2', pattern: 'for everybody' }\n",
    'spec/01-reference.md': REFERENCE,
    'spec/02-server.md': SERVER,
  });
  git('add', '-A');
  git('commit', '-q', '-m', 'one');
});

afterEach(() => rmSync(repository, { recursive: true, force: true }));

const OPTIONS = ['unlinked-document', 'orphan-document', 'uncovered-requirement'].flatMap((rule) => [
  '--rule',
  `${rule}=off`,
]);

test('an unchanged set has no findings', async () => {
  expect(await check(['--since', 'HEAD', ...OPTIONS])).toMatchObject({ code: 0, stderr: '' });
});

test('a configuration with a profile is followed as well', async () => {
  const withProfile = { ...CONFIG, profiles: ['opennebula'] };
  const server = `${SERVER}\n\`\`\`ini\nSERVER_PORT = "O|number|Port||9092"\n\`\`\`\n`;
  write({ 'spec/specgraph.config.json': JSON.stringify(withProfile, null, 2), 'spec/02-server.md': server });
  git('commit', '-q', '-a', '-m', 'two');
  write({ 'spec/01-reference.md': INSERTED });
  const { stdout, stderr } = await check(['--since', 'HEAD', '--format', 'json', ...OPTIONS]);
  expect(stderr).toBe('');
  const { findings } = JSON.parse(stdout) as { findings: { rule: string }[] };
  expect(findings.map(({ rule }) => rule)).toEqual(Array(4).fill('moved-target'));
});

test('an inserted section is the one cause, and --fix corrects documents, configuration and contract', async () => {
  write({ 'spec/01-reference.md': INSERTED });
  const { code, stdout } = await check(['--since', 'HEAD', '--format', 'json', ...OPTIONS]);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; file: string; line: number }[] };
  expect(code).toBe(1);
  expect(findings.map(({ rule, file, line }) => `${file}:${line} ${rule}`)).toEqual([
    'spec/02-server.md:3 moved-target',
    'spec/02-server.md:3 moved-target',
    'spec/contracts/phase-01.yaml:4 moved-target',
    'spec/specgraph.config.json:28 moved-target',
  ]);

  expect(await check(['--since', 'HEAD', '--fix', ...OPTIONS])).toMatchObject({ code: 0, stderr: '' });
  expect(read('spec/02-server.md')).toBe(
    '# Server\n\nIt keeps the rules of spec/01, Section 3. See [the rules](01-reference.md#3-rules).\n',
  );
  expect(read('spec/specgraph.config.json')).toContain('"section": "3"');
  expect(read('spec/contracts/phase-01.yaml')).toContain("section: '3'");
  expect(await check(OPTIONS)).toMatchObject({ code: 0 });
});

test('the only number that is left is one of a section', async () => {
  write({ 'spec/01-reference.md': REFERENCE.replace(/## 1[^]*## 2/, '## 1') });
  const { stdout } = await check(['--since', 'HEAD', '--format', 'json', ...OPTIONS]);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
  expect(findings.map(({ rule }) => rule)).toEqual(Array(4).fill('moved-target'));
  expect(findings[0].message).toBe(
    'Section 2 was "Rules" at HEAD and does not exist now; "Rules" is Section 1 of spec/01-reference.md now.',
  );
});

test('without --since the insertion is silent or blamed on its consequences', async () => {
  write({ 'spec/01-reference.md': INSERTED });
  const { stdout } = await check(['--format', 'json', ...OPTIONS]);
  expect(stdout).not.toContain('moved-target');
});

test('a configuration that was changed since is taken as it stands', async () => {
  write({
    'spec/01-reference.md': INSERTED,
    'spec/02-server.md': SERVER.replace('Section 2', 'Section 3').replace('#2-rules', '#3-rules'),
    'spec/specgraph.config.json': JSON.stringify(CONFIG).replace('"section":"2"', '"section":"3"'),
    'spec/contracts/phase-01.yaml': read('spec/contracts/phase-01.yaml').replace("'2'", "'3'"),
  });
  expect(await check(['--since', 'HEAD', ...OPTIONS])).toMatchObject({ code: 0 });
});

test('compares with the point where the branches parted', async () => {
  git('checkout', '-q', '-b', 'work');
  write({ 'spec/notes.md': '# Notes\n\nThe rules are in spec/01, Section 2.\n' });
  git('add', '-A');
  git('commit', '-q', '-m', 'notes');
  git('checkout', '-q', 'main');
  write({ 'spec/01-reference.md': INSERTED });
  git('commit', '-qam', 'terms');
  git('checkout', '-q', 'work');
  expect(await check(['--since', 'main', ...OPTIONS])).toMatchObject({ code: 0 });
});

test('in a pull request the base is taken, unless --no-since is given', async () => {
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  write({ 'spec/01-reference.md': INSERTED });
  const env = { GITHUB_ACTIONS: 'true', GITHUB_BASE_REF: 'main' };
  expect((await check(OPTIONS, env)).stdout).toContain('moved-target');
  expect((await check(['--no-since', ...OPTIONS], env)).stdout).not.toContain('moved-target');
});

test('a base that the clone lacks is said, and the rest is checked', async () => {
  const { code, stderr } = await check(OPTIONS, { GITHUB_ACTIONS: 'true', GITHUB_BASE_REF: 'main' });
  expect(code).toBe(0);
  expect(stderr).toContain('not compared with the base of the pull request');
  expect(stderr).toContain('fetch-depth: 0');
});

test('a base whose history the clone lacks is not compared: the branch may have gone on', async () => {
  const commit = git('commit-tree', '-m', 'alone', 'HEAD^{tree}').trim();
  write({ 'spec/01-reference.md': INSERTED });
  const env = { GITLAB_CI: 'true', CI_MERGE_REQUEST_DIFF_BASE_SHA: commit };
  const { stdout, stderr } = await check(OPTIONS, env);
  expect(stdout).not.toContain('moved-target');
  expect(stderr).toContain(`this clone has no commit in common with ${commit}`);
  expect(stderr).toContain('GIT_DEPTH: 0');
});

test('a commit is named by the head of its hash', async () => {
  const commit = git('rev-parse', 'HEAD').trim();
  write({ 'spec/01-reference.md': INSERTED });
  const { stdout } = await check(OPTIONS, { GITLAB_CI: 'true', CI_MERGE_REQUEST_DIFF_BASE_SHA: commit });
  expect(stdout).toContain(` at ${commit.slice(0, 8)} `);
});

test.each([
  [['--since', 'nope'], 'git knows no revision nope'],
  [['--since', 'HEAD', '--no-since'], '--since and --no-since contradict each other'],
])('%j is wrong usage', async (args, message) => {
  const { code, stderr } = await check(args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
