import { expect, test } from 'vitest';
import { countWhere, lastWhere } from '../../../src/specgraph/text/ordered.ts';

test.each([
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 3],
  [9, 4],
])('of 1, 3, 3, 5, those up to %i are %i', (limit, count) => {
  const items = [1, 3, 3, 5];
  const upTo = (item: number): boolean => item <= limit;
  expect(countWhere(items, upTo)).toBe(count);
  expect(lastWhere(items, upTo)).toBe(items.filter(upTo).at(-1));
});

test('an empty list has no last item', () => {
  expect(lastWhere([], () => true)).toBeUndefined();
});
