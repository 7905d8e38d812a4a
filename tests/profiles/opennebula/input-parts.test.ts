import { expect, test } from 'vitest';
import { inputParts } from '#profiles/opennebula/input-parts';

test('says which part of a USER_INPUT is wrong', () => {
  expect(inputParts('X|range|Memory|9..2|5').map(({ label, fault }) => [label, fault !== undefined])).toEqual(
    [
      ['Need', true],
      ['Type', false],
      ['Description', false],
      ['Range', true],
      ['Default', false],
    ],
  );
});
