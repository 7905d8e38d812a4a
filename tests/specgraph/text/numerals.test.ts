import { expect, test } from 'vitest';
import { readNumeral, writeNumeral } from '../../../src/specgraph/text/numerals.ts';

test.each([
  ['48', 48],
  ['forty-eight', 48],
  ['Fifteen', 15],
  ['ninety', 90],
  ['zero', 0],
  ['many', Number.NaN],
])('%s is %d', (words, value) => {
  expect(readNumeral(words)).toBe(value);
});

test.each([
  [48, '47', '48'],
  [48, 'forty-seven', 'forty-eight'],
  [15, 'Fourteen', 'Fifteen'],
  [120, 'ninety', '120'],
])('%i, written like %s', (value, like, expected) => {
  expect(writeNumeral(value, like)).toBe(expected);
});
