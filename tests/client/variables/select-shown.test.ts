import { expect, it } from 'vitest';
import { selectShown } from '../../../src/client/variables/select-shown.ts';

it('selects the definitions that are shown, in the order of the specification', () => {
  const all = [
    { name: 'B', n: 1 },
    { name: 'A', n: 2 },
    { name: 'B', n: 3 },
  ];
  expect(
    selectShown(
      all,
      new Map([
        ['A', [0]],
        ['B', [1]],
      ]),
    ),
  ).toEqual([
    { name: 'A', n: 2 },
    { name: 'B', n: 3 },
  ]);
  expect(selectShown(all, new Map())).toEqual([]);
});
