/** A row of a definition table, and the definition it must give. Adding a case is adding a row. */
import { describe, expect, test } from 'vitest';
import type { VariableDefinition } from '#specgraph';
import { VARIABLES, config } from '../../helpers/configs.ts';
import { smallCorpus } from '../../helpers/small-corpus.ts';

const HEADER =
  '| # | Variable | USER_INPUT | Type | Default | Validation | Flower mapping | Phase |\n|---|---|---|---|---|---|---|---|';

async function definitionsOf(rows: string, configuration = VARIABLES): Promise<VariableDefinition[]> {
  const text = `# A\n\n## 1. Parameters\n\n${HEADER}\n${rows}\n\n## 2. Use\n\nAs listed.\n`;
  return (await smallCorpus({ 'spec/specgraph.config.json': configuration, 'spec/01-a.md': text })).graph
    .definitions;
}

const ROWS: [row: string, definition: Partial<VariableDefinition> | undefined][] = [
  [
    '| 1 | `FL_A_B` | `O\\|number\\|Port\\|\\|9092` | number | `9092` | integer > 0 | --port | 1 |',
    {
      name: 'FL_A_B',
      number: 1,
      counted: true,
      mandatory: false,
      type: 'number',
      default: '9092',
      validation: 'integer > 0',
      flowerMapping: '--port',
      phase: '1',
      userInput: 'O|number|Port||9092',
    },
  ],
  [
    '| 2 | `FL_A_B` | `M\\|list\\|Mode\\|a,b\\|a` | `list` | `a` | a or b | mode | 5 |',
    { number: 2, mandatory: true, type: 'list', options: ['a', 'b'], default: 'a' },
  ],
  // no default, in the spellings in use
  ['| 1 | `FL_A_B` | `O\\|text\\|X\\|\\|` | text | (empty) | any | x | 1 |', { default: '' }],
  [
    '| 1 | `FL_A_B` | `O\\|text64\\|X` | text64 | -- | any | x | 2 |',
    { default: '', userInput: 'O|text64|X' },
  ],
  // outside the count
  [
    '| -- | `FL_A_B` | `O\\|text\\|X\\|\\|` | text | (empty) | any | x | 3 |',
    { counted: false, number: undefined },
  ],
  // the phase is the number at the head of its cell
  ['| 1 | `FL_A_B` | `O\\|text\\|X\\|\\|` | text | (empty) | any | x | 6 (extended in 7) |', { phase: '6' }],
  // bold, plain and without markup
  ['| 1 | **`FL_A_B`** | | text | x | any | x | 1 |', { name: 'FL_A_B', userInput: '', default: 'x' }],
  ['| 1 | FL_A_B | | text | x | any | x | 1 |', { name: 'FL_A_B' }],
  // rows that define nothing
  ['| 1 | two words | | text | x | any | x | 1 |', undefined],
  ['| 1 | `FL_A_B`, `FL_C_D` | | text | x | any | x | 1 |', undefined],
  ['| | | | | | | | |', undefined],
];

describe('definition rows', () => {
  test.each(ROWS)('%s', async (row, expected) => {
    const definitions = await definitionsOf(row);
    if (expected === undefined) expect(definitions).toEqual([]);
    else {
      expect(definitions).toHaveLength(1);
      for (const [key, value] of Object.entries(expected))
        expect(definitions[0][key as keyof VariableDefinition], key).toEqual(value);
    }
  });

  test('a name listed twice is two definitions, unless it is counted once', async () => {
    const row = '| 1 | `FL_A_B` | | text | x | any | x | 1 |\n| 2 | `FL_A_B` | | text | x | any | x | 1 |';
    const once = JSON.parse(VARIABLES) as { variables: { countedOnce: string[] } };
    once.variables.countedOnce = ['FL_A_B'];
    expect(await definitionsOf(row)).toHaveLength(2);
    const [merged, ...others] = await definitionsOf(row, config(once as never));
    expect(others).toEqual([]);
    expect(merged.facets.definition).toHaveLength(2);
  });

  test('a table in another section defines nothing', async () => {
    const text = `# A\n\n## 1. Parameters\n\nNone.\n\n## 2. Use\n\n${HEADER}\n${ROWS[0][0]}\n`;
    expect(
      (await smallCorpus({ 'spec/specgraph.config.json': VARIABLES, 'spec/01-a.md': text })).graph
        .definitions,
    ).toEqual([]);
  });
});
