import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinSorted } from '../../../src/specgraph/text/sorted-blocks.ts';

interface Item {
  key: number;
  from: string;
}
const byKey = (a: Item, b: Item): number => a.key - b.key;

test('blocks of any kind are joined as a stable sort of all items would order them', () => {
  const block = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), (keys) => {
      const blocks = keys.map((own, b) => own.map((key, i) => ({ key, from: `${b}.${i}` })).toSorted(byKey));
      expect(joinSorted(blocks, byKey)).toEqual(blocks.flat().toSorted(byKey));
    }),
  );
});

test('a block that lies within another one, and ends before it does, does not hide the next', () => {
  const numbers = [[1, 9], [2, 3], [5, 6], [10]];
  expect(joinSorted(numbers, (a, b) => a - b)).toEqual([1, 2, 3, 5, 6, 9, 10]);
});
