import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineIndex } from '../../../src/specgraph/parse/line-index.ts';

test.each<[text: string, starts: number[]]>([
  ['', [0]],
  ['a', [0]],
  ['a\n', [0, 2]],
  ['a\nb', [0, 2]],
  ['a\r\nb', [0, 3]],
  ['a\rb', [0, 2]],
  ['a\n\r\n\rb', [0, 2, 4, 5]],
  ['😀\nb', [0, 3]],
  // separators that CommonMark does not know
  ['a\u2028b\u000bc\u0085d', [0]],
])('the lines of %j begin at %j', (text, starts) => {
  expect(lineIndex('f', text).starts).toEqual(starts);
});

test('a range is 1-based, counts UTF-16 units, and ends behind its last character', () => {
  expect(lineIndex('f', 'a\n😀b\nc').range(4, 7)).toEqual({
    file: 'f',
    line: 2,
    column: 3,
    endLine: 3,
    endColumn: 2,
  });
  expect(lineIndex('f', 'a\n').range(2, 2)).toEqual({
    file: 'f',
    line: 2,
    column: 1,
    endLine: 2,
    endColumn: 1,
  });
});

test('every offset is found again from its line and column', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀'), maxLength: 30 });
  fc.assert(
    fc.property(text, fc.nat(40), (words, at) => {
      const offset = Math.min(at, words.length);
      const index = lineIndex('f', words);
      const { line, column } = index.range(offset, offset);
      expect(line).toBe(index.lineAt(offset));
      expect(index.starts[line - 1] + column - 1).toBe(offset);
      expect(index.starts[line] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(offset);
    }),
  );
});
