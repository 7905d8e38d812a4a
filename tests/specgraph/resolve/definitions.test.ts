/** A row of a definition table, and the definition it must give. Adding a case is adding a row. */
import { describe, expect, test } from 'vitest';
import type { Definition } from '#specgraph';
import { VARIABLES, config, variablesConfig } from '../../helpers/configs.ts';
import { smallCorpus } from '../../helpers/small-corpus.ts';

const HEADER =
  '| # | Variable | USER_INPUT | Type | Default | Validation | Flower mapping | Phase |\n|---|---|---|---|---|---|---|---|';

async function definitionsOf(rows: string, configuration = VARIABLES): Promise<Definition[]> {
  const text = `# A\n\n## 1. Parameters\n\n${HEADER}\n${rows}\n\n## 2. Use\n\nAs listed.\n`;
  return (await smallCorpus({ 'spec/specgraph.config.json': configuration, 'spec/01-a.md': text })).graph
    .definitions;
}

const ROWS: [row: string, definition: Record<string, unknown> | undefined][] = [
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
        expect({ ...definitions[0], ...definitions[0].fields }[key as keyof Definition], key).toEqual(value);
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

test.each([
  ['(empty)', ''],
  ['(none)', ''],
  ['Empty', ''],
  ['-', ''],
  ['--', ''],
  ['—', ''],
  ['empty string', 'empty string'],
  ['not empty', 'not empty'],
  ['---', '---'],
])('the default %j is read as %j', async (cell, value) => {
  const [definition] = await definitionsOf(`| 1 | \`FL_A_B\` | | text | ${cell} | any | x | 1 |`);
  expect(definition.fields.default).toBe(value);
});

test.each([
  ['12', 12],
  ['7b', undefined],
  ['b7', undefined],
])('the number %j is read as %j', async (cell, value) => {
  const [definition] = await definitionsOf(`| ${cell} | \`FL_A_B\` | | text | x | any | x | 1 |`);
  expect([definition.number, definition.counted]).toEqual([value, value !== undefined]);
});

test.each([
  ['Server', ['Server']],
  ['Server + Client', ['Server', 'Client']],
  ['Server and Client', ['Server', 'Client']],
  ['Server, Client & Island', ['Server', 'Client', 'Island']],
  ['', []],
])('the appliances %j are %j', async (cell, components) => {
  const configuration = variablesConfig({
    definitions: [{ document: '01', section: '1', group: 'All' }],
    fields: { mapping: { columns: 'Purpose', type: 'text', compare: false } },
  });
  const text = `# A\n\n## 1. All\n\n| Variable | Appliance | Value | Purpose |\n|---|---|---|---|\n| \`FL_A_B\` | ${cell} | 3 | to try |\n\n## 2. Use\n`;
  const { graph } = await smallCorpus({ 'spec/specgraph.config.json': configuration, 'spec/01-a.md': text });
  expect(graph.definitions).toMatchObject([
    { name: 'FL_A_B', components, fields: { default: '3', mapping: 'to try' }, counted: true },
  ]);
});

/** Where each facet is looked for; three variables, of which two interact. */
const FACETS = variablesConfig({
  facets: {
    userInput: [{ document: '01', section: '1' }],
    validation: [{ document: '01', section: '2' }],
    matrix: [{ document: '01', section: '3' }],
    interaction: [{ document: '01', section: '4' }],
    appliance: [
      { component: 'Server', document: '01', section: '5' },
      { component: 'Client', document: '01', section: '6' },
    ],
  },
  exempt: [{ section: '9', reason: 'another section', facets: ['matrix'] }],
});
const DOCUMENT = [
  '# A\n\n## 1. Parameters\n\n| # | Variable | Type | Validation |\n|---|---|---|---|',
  '| 1 | `FL_A_B` | number | below FL_C_D |\n| 2 | `FL_C_D` | number | any |\n| 3 | `FL_E_F` | number | any, not FL_X_Y |\n',
  '```ini\nFL_A_B = "O|number|a||1"\n```\n',
  '## 2. Validation\n\n| Rule | Variables |\n|---|---|\n| any of FL_E_F | `FL_C_D` |\n',
  '## 3. Matrix\n\n| Variable | Phase |\n|---|---|\n| `FL_A_B` | 12 (3 later) |\n| `FL_C_D` | later 3 |\n',
  '## 4. Interactions\n\n`FL_A_B` and `FL_C_D`, spec/02.\n',
  '## 5. Server\n\n| Flag | Variable |\n|---|---|\n| FL_E_F | `FL_A_B` |\n',
  '## 6. Client\n\n| Parameter | Flag |\n|---|---|\n| `FL_A_B` | x |\n',
  '## 7. Other\n\n`FL_E_F`\n\n| Variable |\n|---|\n| `FL_E_F` |\n\n```ini\nFL_C_D = "O|number|c||1"\n```\n',
].join('\n');

test('facets are found in the sections that the configuration names, and only there', async () => {
  const { graph } = await smallCorpus({ 'spec/specgraph.config.json': FACETS, 'spec/01-a.md': DOCUMENT });
  const lines = DOCUMENT.split('\n');
  const found = graph.definitions.map(({ name, facets, phase, required }) => ({
    name,
    phase,
    required: required.includes('interaction'),
    ...Object.fromEntries(
      Object.entries(facets).map(([facet, places]) => [facet, places.map(({ line }) => lines[line - 1])]),
    ),
  }));
  expect(found).toEqual([
    {
      name: 'FL_A_B',
      phase: '12',
      required: true,
      definition: ['| 1 | `FL_A_B` | number | below FL_C_D |'],
      userInput: ['FL_A_B = "O|number|a||1"'],
      validation: [],
      matrix: ['| `FL_A_B` | 12 (3 later) |'],
      interaction: ['`FL_A_B` and `FL_C_D`, spec/02.'],
      appliance: ['| FL_E_F | `FL_A_B` |'],
    },
    {
      name: 'FL_C_D',
      phase: undefined,
      required: true,
      definition: ['| 2 | `FL_C_D` | number | any |'],
      userInput: [],
      validation: ['| any of FL_E_F | `FL_C_D` |'],
      matrix: ['| `FL_C_D` | later 3 |'],
      interaction: ['`FL_A_B` and `FL_C_D`, spec/02.'],
      appliance: [],
    },
    {
      name: 'FL_E_F',
      phase: undefined,
      required: true,
      definition: ['| 3 | `FL_E_F` | number | any, not FL_X_Y |'],
      userInput: [],
      validation: [],
      matrix: [],
      interaction: [],
      appliance: [],
    },
  ]);
});

test('an interaction note is required only of variables whose rules name one another', async () => {
  const { graph } = await smallCorpus({
    'spec/specgraph.config.json': FACETS,
    'spec/01-a.md': DOCUMENT.replace('any of FL_E_F', 'any of FL_C_D'),
  });
  expect(graph.definitions.map(({ name, required }) => [name, required.includes('interaction')])).toEqual([
    ['FL_A_B', true],
    ['FL_C_D', true],
    ['FL_E_F', false],
  ]);
  expect(graph.definitions[2].required).toEqual([
    'definition',
    'userInput',
    'validation',
    'matrix',
    'appliance',
  ]);
});
