import { expect, test } from 'vitest';
import { evaluate } from '../../../src/specgraph/text/arithmetic.ts';

test.each([
  ['(2 + 2 + 1) / 4', 1.25],
  ['2 + 3 × 4', 14],
  ['9 - 3 - 1', 5],
  ['2 ^ 3 ^ 2', 512],
  ['1,000 · 2', 2000],
  ['2*f + 3', 9],
  ['2f+3', 9],
  ['10 * 2^(f-1)', 40],
])('%s is %d where f is 3', (expression, expected) => {
  expect(evaluate(expression, { f: 3 })).toBe(expected);
});

const NESTED = `${'('.repeat(200)}1${')'.repeat(200)}`;

test.each(['', NESTED, 'g + 1', '2 +', '(1 + 2', '1 + 2)', '4 / 0', '1 = 1'])(
  '"%s" has no value',
  (expression) => {
    expect(evaluate(expression, { f: 3 })).toBeUndefined();
  },
);
