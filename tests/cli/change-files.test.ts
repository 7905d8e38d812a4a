import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeFiles } from '../../src/cli/replace-file.ts';

let folder = '';
const at = (name: string): string => path.join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'specgraph-'));
  await writeFile(at('a.md'), 'A');
  await writeFile(at('b.md'), 'B');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('writes, moves and removes files', async () => {
  await changeFiles([{ file: at('a.md'), to: at('sub/c.md'), text: 'A2' }, { file: at('b.md') }]);
  expect(await readdir(folder)).toEqual(['sub']);
  expect(await readFile(at('sub/c.md'), 'utf8')).toBe('A2');
});

test('undoes all of them where one fails', async () => {
  await mkdir(at('taken.md'));
  const changes = [
    { file: at('a.md'), to: at('sub/c.md'), text: 'A2' },
    { file: at('new.md'), text: 'N' },
    { file: at('b.md'), to: at('taken.md'), text: 'B2' },
  ];
  await expect(changeFiles(changes)).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['a.md', 'b.md', 'taken.md']);
  expect(await readFile(at('a.md'), 'utf8')).toBe('A');
  expect(await readFile(at('b.md'), 'utf8')).toBe('B');
});

test('a file that stands where another one should go is not overwritten', async () => {
  const changes = [
    { file: at('new.md'), text: 'N' },
    { file: at('a.md'), to: at('b.md'), text: 'A2' },
  ];
  await expect(changeFiles(changes)).rejects.toThrow('exists already');
  expect(await readdir(folder)).toEqual(['a.md', 'b.md']);
  expect(await readFile(at('b.md'), 'utf8')).toBe('B');
});
