import { describe, expect, test } from 'vitest';
import { parseUserInput } from '#profiles/opennebula/user-input';

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
    ['O|list-multiple|Modes| a , b |a, b', { options: ['a', 'b'], default: 'a, b' }],
    ['O|number|Offset||-12', { type: 'number', default: '-12', range: undefined, options: [] }],
    ['O|number-float|Rate||-0.25', { type: 'number-float', default: '-0.25' }],
    ['O|number-float|Rate||12', { type: 'number-float', default: '12' }],
    ['O|range|Memory|-8..64', { range: '-8..64', default: '' }],
    ['O|range|Memory|5..5|5', { range: '5..5', default: '5' }],
    ['O|range-float|Rate|0.25..12.5|12.5', { range: '0.25..12.5', default: '12.5' }],
    ['O|text|Free|anything|anything else', { options: [], range: undefined, default: 'anything else' }],
  ])('%s', (value, expected) => {
    const parsed = parseUserInput(value);
    expect(parsed).toMatchObject(expected);
    expect(parsed.faults).toEqual([]);
  });

  const TYPES =
    'text, text64, password, number, number-float, range, range-float, list, list-multiple, boolean, fixed';

  test.each([
    ['X|text|a||', 0, 'X', 'M (mandatory) or O (optional)'],
    ['O|strange|a||', 1, 'strange', `one of ${TYPES}`],
    ['O|list|a||', 3, '', 'a comma-separated list of choices'],
    ['O|list|a| |', 3, ' ', 'a comma-separated list of choices'],
    ['O|list|a|x,y|z', 4, 'z', 'one of x, y'],
    ['O|list-multiple|a|x,y|x,z', 4, 'z', 'choices out of x, y'],
    ['O|number|a||1.5', 4, '1.5', 'an integer'],
    ['O|number|a||12a', 4, '12a', 'an integer'],
    ['O|number|a||a12', 4, 'a12', 'an integer'],
    ['O|number-float|a||x', 4, 'x', 'a number'],
    ['O|number-float|a||x1.5', 4, 'x1.5', 'a number'],
    ['O|number-float|a||1.5x', 4, '1.5x', 'a number'],
    ['O|number-float|a||1.', 4, '1.', 'a number'],
    ['O|boolean|a||true', 4, 'true', 'YES or NO'],
    ['O|range|a|9..1|3', 3, '9..1', 'a range min..max'],
    ['O|range|a|1..9..12|3', 3, '1..9..12', 'a range min..max'],
    ['O|range|a|0.5..9|3', 3, '0.5..9', 'a range min..max'],
    ['O|range|a|x..9|3', 3, 'x..9', 'a range min..max'],
    ['O|range|a|1..9|12', 4, '12', 'a number from 1 to 9'],
    ['O|range|a|1..9|0', 4, '0', 'a number from 1 to 9'],
    ['O|range|a|1..9|many', 4, 'many', 'a number from 1 to 9'],
    ['O|range|a|1..9|2.5', 4, '2.5', 'a number from 1 to 9'],
    ['O|range-float|a|0.5..x|1', 3, '0.5..x', 'a range min..max'],
    ['O|text|a|||more', 5, 'more', 'at most five parts'],
    ['O|text|a|||more|again', 5, 'more|again', 'at most five parts'],
    ['', 0, '', 'M (mandatory) or O (optional)'],
  ])('%s is refused at part %i', (value, field, part, expected) => {
    expect(parseUserInput(value).faults).toContainEqual({ field, part, expected });
  });
});
