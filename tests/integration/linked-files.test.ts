/** Files that documents link to, of which the site holds copies. */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  copyLinkedFiles,
  findLinkedFile,
  sendLinkedFiles,
  type LinkedFiles,
} from '../../src/integration/linked-files.ts';

let cwd: string;
const linked: LinkedFiles = new Map();

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'specgraph-'));
  linked.clear();
  await mkdir(path.join(cwd, 'set/data'), { recursive: true });
  await writeFile(path.join(cwd, 'secret.txt'), 'secret');
  await writeFile(path.join(cwd, 'set/data/a.txt'), 'public');
});
afterEach(() => rm(cwd, { recursive: true }));

function find(url: string): string | undefined {
  const tree = { kind: () => 'file' as const, otherCases: () => [] };
  return findLinkedFile(url, 'set/a.md', { corpus: { repositoryRoot: 'set', tree }, cwd, linked });
}

test('a link that stays in the repository is copied as the file that it names', async () => {
  await symlink('data/a.txt', path.join(cwd, 'set/b.txt'));
  expect(find('b.txt')).toBe('b.txt');
  await copyLinkedFiles(linked, path.join(cwd, 'site'));
  await rm(path.join(cwd, 'set'), { recursive: true });
  expect(await readFile(path.join(cwd, 'site/files/b.txt'), 'utf8')).toBe('public');
});

test.each([
  ['a link to a file', 'b.txt', 'secret.txt'],
  ['a link to a folder', 'folder', '.'],
])('%s outside of the repository is not published', async (_what, name, target) => {
  await symlink(path.join(cwd, target), path.join(cwd, 'set', name));
  expect(find(name === 'folder' ? 'folder/secret.txt' : name)).toBeUndefined();
  expect(linked.size).toBe(0);
});

test.each([
  ['/', '/files/data/a.txt', undefined],
  ['/sub/', '/files/data/a.txt', '/sub/files/data/a.txt?v=1'],
])('the development server below %s sends a linked file, and no other', async (base, url, originalUrl) => {
  linked.set('data/a.txt', path.join(cwd, 'set/data/a.txt'));
  const send = sendLinkedFiles(linked, base);
  const ask = (asked: object): Promise<string> =>
    new Promise((resolve) => {
      const response = Object.assign(new PassThrough(), { setHeader: () => undefined });
      void text(response).then(resolve);
      send(asked as never, response as never, () => resolve('next'));
    });
  expect(await ask({ url, originalUrl })).toBe('public');
  expect(await ask({ url: '/files/secret.txt', originalUrl: originalUrl && '/sub/files/secret.txt' })).toBe(
    'next',
  );
});
