import { describe, expect, test } from 'vitest';
import { expandRange, readNumbers } from '../../../../src/specgraph/extract/references/numbers.ts';

describe('expandRange', () => {
  test.each([
    ['6', '9', ['6', '7', '8', '9']],
    ['6a', '6d', ['6a', '6b', '6c', '6d']],
    ['3.2', '3.4', ['3.2', '3.3', '3.4']],
    ['9', '6', ['9', '6']],
    ['6', '6e', ['6', '6e']],
    ['3.2', '4.1', ['3.2', '4.1']],
    ['1', '900', ['1', '900']],
  ])('%s to %s', (from, to, expected) => {
    expect(expandRange(from, to)).toEqual(expected);
  });
});

describe('readNumbers', () => {
  test('marks what is inside a range', () => {
    expect(readNumbers('3, 6-8 and 15').map((n) => `${n.value}${n.inside ? '?' : ''}`)).toEqual([
      '3',
      '6',
      '7?',
      '8',
      '15',
    ]);
  });
});
