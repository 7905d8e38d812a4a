/** The day on which git last saw each file change, and no day where the history was cut off. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lastChanges, latestDay } from '../../src/git/last-changes.ts';

let folder: string;
const at = (name: string): string => path.join(folder, name);

function git(cwd: string, args: string[], day = '2026-01-01'): void {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  const date = `${day}T12:00:00Z`;
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  execFileSync('git', [...identity, ...args], { cwd, env, stdio: 'pipe' });
}

function commit(day: string, texts: Record<string, string>): void {
  for (const [name, text] of Object.entries(texts)) writeFileSync(at(`origin/${name}`), text);
  git(at('origin'), ['add', '.']);
  git(at('origin'), ['commit', '-m', day], day);
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'specgraph-git-'));
  mkdirSync(at('origin/site/spec'), { recursive: true });
  git(at('origin'), ['init', '--quiet']);
  commit('2026-03-01', { 'site/spec/a.md': '# A\n', 'site/spec/b.md': '# B\n', 'site/note.md': 'n\n' });
  commit('2026-03-02', { 'site/spec/b.md': '# B, again\n' });
  const origin = pathToFileURL(at('origin')).href;
  git(folder, ['clone', '--quiet', origin, 'full']);
  git(folder, ['clone', '--quiet', '--depth', '1', origin, 'shallow']);
  mkdirSync(at('no-repository/spec'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('lastChanges', () => {
  const DAYS = [
    ['spec/a.md', '2026-03-01'],
    ['spec/b.md', '2026-03-02'],
  ];
  test('gives the day of each file of the folder, its path taken from the project', () => {
    expect([...lastChanges(at('full/site'), 'spec')].sort()).toEqual(DAYS);
  });

  test('gives no day in a shallow clone, where every file seems to have changed in the oldest commit', () => {
    expect([...lastChanges(at('shallow/site'), 'spec')]).toEqual([]);
  });

  test('gives no day outside of a repository', () => {
    expect([...lastChanges(at('no-repository'), 'spec')]).toEqual([]);
  });
});

test('latestDay gives the latest of the days, and none without a history', () => {
  expect(latestDay(['2026-03-01', '2026-03-02', '2026-01-01'])).toBe('2026-03-02');
  expect(latestDay([])).toBeUndefined();
});
