import { describe, expect, test } from 'vitest';
import { parseUserInput } from '#specgraph';

describe('a USER_INPUT, taken apart', () => {
  test.each([
    [
      'O|list|Strategy|a,b|a',
      { mandatory: false, type: 'list', description: 'Strategy', options: ['a', 'b'], default: 'a' },
    ],
    ['M|text|Address||', { mandatory: true, type: 'text', default: '' }],
    ['O|text64|Certificate', { type: 'text64', default: '' }],
    ['O|range|Memory|1..64|8', { type: 'range', range: '1..64', default: '8' }],
    ['O|boolean|On||NO', { type: 'boolean', default: 'NO' }],
  ])('%s', (value, expected) => {
    const parsed = parseUserInput(value);
    expect(parsed).toMatchObject(expected);
    expect(parsed.faults).toEqual([]);
  });

  test.each([
    ['X|text|a||', 0, 'X'],
    ['O|strange|a||', 1, 'strange'],
    ['O|list|a||', 3, ''],
    ['O|list|a|x,y|z', 4, 'z'],
    ['O|list-multiple|a|x,y|x,z', 4, 'z'],
    ['O|number|a||1.5', 4, '1.5'],
    ['O|number-float|a||x', 4, 'x'],
    ['O|boolean|a||true', 4, 'true'],
    ['O|range|a|9..1|3', 3, '9..1'],
    ['O|range|a|1..9|12', 4, '12'],
    ['O|range-float|a|0.5..x|1', 3, '0.5..x'],
    ['O|text|a|||more', 5, 'more'],
    ['', 0, ''],
  ])('%s is refused at part %i', (value, field, part) => {
    expect(parseUserInput(value).faults).toContainEqual(expect.objectContaining({ field, part }));
  });
});
