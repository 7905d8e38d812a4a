import { describe, expect, test } from 'vitest';
import { readNumbers } from '../../../../src/specgraph/extract/references/numbers.ts';

const valuesIn = (list: string): string[] => readNumbers(list).map(({ value }) => value);

describe('readNumbers', () => {
  test.each([
    ['6-9', ['6', '7', '8', '9']],
    ['6a to 6d', ['6a', '6b', '6c', '6d']],
    ['A-D', ['A', 'B', 'C', 'D']],
    ['3.2-3.4', ['3.2', '3.3', '3.4']],
  ])('gives every number of the range %s', (list, expected) => {
    expect(valuesIn(list)).toEqual(expected);
  });

  test.each([
    ['9-6', ['9', '6']],
    ['6-6e', ['6', '6e']],
    ['3.2-4.1', ['3.2', '4.1']],
    ['1-900', ['1', '900']],
  ])('gives the two ends of %s, which is no range of sections', (list, expected) => {
    expect(valuesIn(list)).toEqual(expected);
  });

  test('marks what is inside a range', () => {
    expect(readNumbers('3, 6-8 and 15').map((n) => `${n.value}${n.isInside ? '?' : ''}`)).toEqual([
      '3',
      '6',
      '7?',
      '8',
      '15',
    ]);
  });
});
