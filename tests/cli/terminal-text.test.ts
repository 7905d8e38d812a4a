import { expect, test } from 'vitest';
import { clip, displayWidth, glyphs, padEndColumns } from '../../src/cli/terminal-text.ts';

test.each([
  ['plain', 5],
  ['日本語', 6],
  ['e\u0301', 1],
  ['👩‍👩‍👧', 2],
  ['한글', 4],
  ['', 0],
  ['a\u200Bb', 2],
  ['ｆｕｌｌ', 8],
  ['→ …', 3],
])('%j takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test.each([
  ['\tx', 5],
  ['ab\tx', 5],
  ['abcd\tx', 9],
])('tabs in %j lead to the next stop', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdef', 5, 'abcd…'],
  ['日本語', 5, '日本…'],
  ['日本語', 4, '日…'],
])('%j cut to %i is %j', (text, width, cut) => {
  expect(clip(text, width)).toBe(cut);
  expect(displayWidth(clip(text, width))).toBeLessThanOrEqual(width);
});

test('padding counts columns, not characters', () => {
  expect(padEndColumns('日', 4)).toBe('日  ');
});

test('glyphs hold their offsets', () => {
  expect(glyphs('日👍x').map(({ start, width }) => [start, width])).toEqual([
    [0, 2],
    [1, 2],
    [3, 1],
  ]);
});
