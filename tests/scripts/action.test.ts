/** The GitHub action: its steps are run by a shell, with the program of this repository in the place of npx. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Step {
  name: string;
  shell?: string;
  run?: string;
  env?: Record<string, string>;
}
interface Action {
  inputs: Record<string, { description: string; default: string }>;
  runs: { using: string; steps: Step[] };
}

const action = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as Action;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'specgraph-action-'));
  mkdirSync(path.join(folder, 'bin'));
  mkdirSync(path.join(folder, 'my docs'));
  writeFileSync(path.join(folder, 'my docs/a.md'), '# A\n\n[gone](gone.md)\n');
  // npx --yes specgraph@VERSION ARGUMENTS
  writeFileSync(
    path.join(folder, 'bin/npx'),
    `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${ROOT}/scripts/specgraph.mjs" "$@"\n`,
  );
  writeFileSync(path.join(folder, 'bin/gh'), `#!/bin/sh\necho "$@" > "${folder}/gh.txt"\n`);
  for (const name of ['npx', 'gh']) chmodSync(path.join(folder, 'bin', name), 0o755);
  const git = (...args: string[]) => spawnSync('git', args, { cwd: folder });
  git('init', '-q', '-b', 'main');
  git('add', 'my docs');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', 'a');
  git('remote', 'add', 'origin', folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a step as GitHub's runner does: `bash -eo pipefail`. */
function runStep(name: string, env: Record<string, string>): { status: number | null; output: string } {
  const step = action.runs.steps.find((one) => one.name === name)!;
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run!],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${folder}/bin${path.delimiter}${process.env.PATH}`,
        GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
        RUNNER_TEMP: folder,
        GITHUB_BASE_REF: '',
        FOLDER: 'my docs',
        VERSION: 'latest',
        ...env,
      },
    },
  );
  return { status, output: stdout + stderr };
}

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
  test('the check annotates and fails', () => {
    const { status, output } = runStep('Check', { BASELINE: '', MAX_WARNINGS: '' });
    expect(output).toContain('::error file=my docs/a.md,line=3');
    expect(status).toBe(1);
  });

  test('SARIF is written although there are findings', () => {
    expect(runStep('SARIF', { SARIF: 'out.sarif' })).toMatchObject({ status: 0 });
    expect(readFileSync(path.join(folder, 'out.sarif'), 'utf8')).toContain('broken-link');
  });

  test('the changes go into the summary and into a comment', () => {
    const { status, output } = runStep('Summary and comment', {
      BASE: 'origin/main',
      COMMENT: 'true',
      NUMBER: '7',
    });
    expect(status, output).toBe(0);
    expect(readFileSync(path.join(folder, 'summary.md'), 'utf8')).not.toBe('');
    expect(readFileSync(path.join(folder, 'gh.txt'), 'utf8')).toContain('pr comment 7 --body-file');
  });
});
