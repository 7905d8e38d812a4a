/** Several files and whole folders get new paths at once. */
import { expect, it } from 'vitest';
import { refactored, refusalsOf } from '../../helpers/refactor.ts';

const FILES = {
  'spec/index.md': '# Index\n\n[one](guide/one.md) [x](guide/img/x.png) `guide/two.md`\n',
  'spec/guide/one.md': '# One\n\n![x](img/x.png) [two](two.md#two) [index](../index.md)\n',
  'spec/guide/two.md': '# Two\n\n[one](one.md)\n',
  'spec/guide/img/x.png': '',
};
const relocate = (...files: [string, string][]) =>
  ({ action: 'relocate', files: files.map(([from, to]) => ({ from, to })) }) as const;

it('moves a folder: links within it stay, those into it and out of it follow', () => {
  const after = refactored(FILES, relocate(['spec/guide', 'spec/docs/manual']));
  expect(after['spec/index.md']).toBe(
    '# Index\n\n[one](docs/manual/one.md) [x](docs/manual/img/x.png) `docs/manual/two.md`\n',
  );
  expect(after['spec/docs/manual/one.md']).toBe(
    '# One\n\n![x](img/x.png) [two](two.md#two) [index](../../index.md)\n',
  );
  expect(after['spec/docs/manual/two.md']).toBe(FILES['spec/guide/two.md']);
});

it('lets two files exchange their names', () => {
  const after = refactored(
    FILES,
    relocate(['spec/guide/one.md', 'spec/guide/two.md'], ['spec/guide/two.md', 'spec/guide/one.md']),
  );
  expect(after['spec/guide/two.md']).toBe(
    '# One\n\n![x](img/x.png) [two](one.md#two) [index](../index.md)\n',
  );
  expect(after['spec/guide/one.md']).toBe('# Two\n\n[two](two.md)\n');
});

it('is refused where two documents would have one path', () => {
  expect(refusalsOf(FILES, relocate(['spec/guide/one.md', 'spec/guide/two.md']))).toEqual([
    'spec/guide/two.md:1 spec/guide/two.md is a document already',
  ]);
  const both = relocate(['spec/guide/one.md', 'spec/x.md'], ['spec/guide/two.md', 'spec/x.md']);
  expect(refusalsOf(FILES, both)).toEqual([
    'spec/guide/two.md:1 spec/guide/one.md and spec/guide/two.md would both become spec/x.md',
  ]);
});

it('words of a link that are its destination follow it; a file name stays where the file keeps it', () => {
  const files = {
    'spec/a.md': '# Alpha\n',
    'spec/b.md': '# Beta\n\n[a.md](./a.md), [`a.md`](a.md), [a.md](/spec/a.md), `a.md`.\n',
  };
  const words = (request: ReturnType<typeof relocate>): string =>
    Object.values(refactored(files, request))
      .find((text) => text.startsWith('# Beta'))!
      .split('\n')[2];
  expect(words(relocate(['spec/a.md', 'spec/x/a.md'], ['spec/b.md', 'spec/x/b.md']))).toBe(
    '[a.md](./a.md), [`a.md`](a.md), [a.md](/spec/x/a.md), `a.md`.',
  );
  expect(words(relocate(['spec/a.md', 'spec/x/a.md']))).toBe(
    '[x/a.md](./x/a.md), [`x/a.md`](x/a.md), [a.md](/spec/x/a.md), `x/a.md`.',
  );
});
