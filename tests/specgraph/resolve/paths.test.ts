import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directory, isWithin, joinPath } from '../../../src/specgraph/resolve/paths.ts';

test.each([
  ['a/b.md', 'a'],
  ['a/b/c.md', 'a/b'],
  ['b.md', ''],
  ['/b.md', ''],
  ['', ''],
])('the directory of %j is %j', (file, expected) => {
  expect(directory(file)).toBe(expected);
});

test.each([
  ['a', 'b.md', 'a/b.md'],
  ['', 'b.md', 'b.md'],
  ['.', 'b.md', 'b.md'],
  ['a/b', '../c.md', 'a/c.md'],
  ['a', '../../c.md', '../c.md'],
  ['..', '../c.md', '../../c.md'],
  ['a', './/b.md', 'a/b.md'],
  ['a', '', 'a'],
  ['', '', '.'],
  ['a', '..', '.'],
  ['/r', '../c.md', '/c.md'],
])('%j and %j make %j', (base, more, expected) => {
  expect(joinPath(base, more)).toBe(expected);
});

test('joining is that of POSIX for relative paths', () => {
  const segments = fc
    .array(fc.constantFrom('..', '.', 'a', 'b'), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join('/'));
  fc.assert(
    fc.property(segments, segments, (a, b) => {
      expect(joinPath(a, b)).toBe(path.posix.join(a, b));
    }),
  );
});

describe('within', () => {
  test.each([
    ['spec/a.md', 'spec', true],
    ['spec', 'spec', true],
    ['specs/a.md', 'spec', false],
    ['a.md', 'spec', false],
    ['a.md', '.', true],
    ['.', '.', true],
    ['..a.md', '.', true],
    ['../a.md', '.', false],
    ['..', '.', false],
    ['/a.md', '.', false],
    ['a.md', '', true],
    ['../a.md', '', false],
    ['../..', '..', false],
    ['..', '..', true],
    ['../a.md', '..', true],
    ['a.md', '..', true],
    ['../../a.md', '..', false],
    ['../../a.md', '../..', true],
    ['../r/a.md', '../r', true],
    ['../rr/a.md', '../r', false],
  ])('%j in %j: %s', (file, folder, expected) => {
    expect(isWithin(file, folder)).toBe(expected);
  });
});
