import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evaluateContract, readGraph } from '#specgraph';
import { loadProject } from '#specgraph/load';
import { PROFILES } from '#profiles';
import { gitIn, type Git } from '../../../src/git/run-git.ts';
import { createRevisionComparison } from '../../../src/integration/live/compare-with-revision.ts';
import type { NotCompared, RevisionChanges } from '../../../src/site/snapshot.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'since-'));
  await save(SMALL_SET);
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

async function save(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
    await writeFile(path.join(cwd, name), text);
  }
}
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
  });
const commit = (message: string): void => {
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', message);
};
const PORT = {
  'spec/01-reference.md': SMALL_SET['spec/01-reference.md'].replace('| number | 9092 |', '| number | 9093 |'),
};

async function compared(named?: string, run: Git = gitIn(cwd)): Promise<RevisionChanges | NotCompared> {
  const project = await loadProject('spec', { cwd, profiles: PROFILES });
  const graph = readGraph(project.corpus, project.config);
  return createRevisionComparison('spec', run, { named })(project, {
    graph,
    contracts: project.contracts.map((contract) => evaluateContract(contract, graph)),
  });
}
const changes = async (named?: string): Promise<unknown> => {
  const since = await compared(named);
  return 'reason' in since
    ? since.reason
    : [since.revision, since.diff.variables.changed.map(({ name }) => name), since.diff.documents.added];
};

describe('the comparison with a revision', () => {
  it('starts at the last tag and includes uncommitted changes', async () => {
    git('init', '-q', '-b', 'main');
    commit('one');
    git('tag', 'v1');
    commit('two');
    await save({ ...PORT, 'spec/04-more.md': '# More\n' });
    expect(await changes()).toEqual(['v1', ['FL_PORT'], ['spec/04-more.md']]);
    expect(await compared()).toMatchObject({
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      before: { documents: 3 },
    });
  });

  it('starts at the configured revision', async () => {
    git('init', '-q', '-b', 'main');
    commit('one');
    git('tag', 'v1');
    await save(PORT);
    commit('two');
    expect(await changes('HEAD')).toEqual(['HEAD', [], []]);
  });

  it('starts some commits ago without a tag', async () => {
    git('init', '-q', '-b', 'main');
    commit('one');
    await save(PORT);
    commit('two');
    const first = git('rev-list', '--max-parents=0', '--abbrev-commit', 'HEAD').trim();
    expect(await changes()).toEqual([first, ['FL_PORT'], []]);
  });
});

describe('gives a sentence with the reason instead of a comparison', () => {
  it('without a git history', async () => expect(await changes()).toMatch(/^This (?:folder|is not).*\.$/));
  it('when git is not installed', async () => {
    const missing: Git = () => Promise.reject(new Error('spawn git ENOENT', { cause: { code: 'ENOENT' } }));
    expect(await compared(undefined, missing)).toEqual({
      reason: 'This folder has no git history to compare with.',
    });
  });
  it('when the history has one commit', async () => {
    git('init', '-q', '-b', 'main');
    commit('one');
    expect(await changes()).toContain('begins with this state');
  });
  it('in a shallow clone', async () => {
    git('init', '-q', '-b', 'main');
    commit('one');
    await save(PORT);
    commit('two');
    const whole = cwd;
    cwd = await mkdtemp(path.join(tmpdir(), 'since-'));
    execFileSync('git', ['clone', '-q', '--depth=1', `file://${whole}`, cwd], { stdio: 'pipe' });
    expect(await changes()).toContain('begins with this state');
    await rm(whole, { recursive: true });
  });
  it('when the configured revision does not exist', async () => {
    git('init', '-q', '-b', 'main');
    commit('one');
    expect(await changes('v9')).toBe('Git knows no revision v9.');
    expect(await changes('--output=x')).toBe('Git knows no revision --output=x.');
  });
  it('when the revision held no documents', async () => {
    await rm(path.join(cwd, 'spec'), { recursive: true });
    git('init', '-q', '-b', 'main');
    commit('empty');
    await save(SMALL_SET);
    expect(await changes('HEAD')).toContain('holds no Markdown documents');
  });
});
