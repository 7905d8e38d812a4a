/** Numbers that a text states in a configured wording. */
import { expect, test } from 'vitest';
import { parseConfig, type SourceRange, type SpecConfig } from '#specgraph';
import { extractor } from '../../../src/specgraph/extract/document.ts';

const { config } = parseConfig(
  {
    quantities: { variables: { of: 'definitions' } },
    claims: [
      { pattern: '{n} variables', quantity: 'variables' },
      { pattern: 'has (?:all )?{n} parts?', quantity: 'variables', from: 2 },
      { pattern: '{n} rooms|rooms: {n}', quantity: 'variables' },
      { pattern: '{n}? doors', quantity: 'variables' },
    ],
  },
  [],
) as { config: SpecConfig };
const read = extractor('g', config);

function textIn(text: string, { line, column, endColumn }: SourceRange): string {
  return text.split('\n')[line - 1].slice(column - 1, endColumn - 1);
}

const CLAIMS: [text: string, claims: string[]][] = [
  ['All 48 variables.', ['0: 48 "48 variables"']],
  ['All forty-eight variables.', ['0: 48 "forty-eight variables"']],
  ['Seven Variables and 9 VARIABLES.', ['0: 7 "Seven Variables"', '0: 9 "9 VARIABLES"']],
  ['It has all 3 parts, it HAS 2 part.', ['1: 3 "has all 3 parts"', '1: 2 "HAS 2 part"']],
  ['It has 1 part.', []],
  ['It has zero parts.', []],
  ['Four rooms; rooms: 5.', ['2: 4 "Four rooms"', '2: 5 "rooms: 5"']],
  ['It has 6 doors and doors.', ['3: 6 "6 doors"']],
  ['The 12 parts.', []],
  ['Some variables.', []],
  ['Version 1.7 variables, no-7 variables, 1,000 variables.', []],
  ['It has 3partsx and 12variables.', []],
  ['`48 variables` are many.', ['0: 48 "48 variables"']],
];

test.each(CLAIMS)('%j', (text, claims) => {
  const found = read({ path: 'g/a.md', text: `# T\n\n${text}\n` }).claims;
  expect(found.map(({ claim, value, text: words }) => `${claim}: ${value} "${words}"`)).toEqual(claims);
  // The place is the one of the number, which a fix replaces.
  expect(found.map(({ range }) => textIn(`# T\n\n${text}`, range))).toEqual(found.map(({ words }) => words));
});

test.each(['{n} of {n}', '(?<n>\\d+) of {n}', '[{n}] parts'])('the wording %j is a fault', (pattern) => {
  expect(parseConfig({ claims: [{ pattern, quantity: 'variables' }] }, [])).toMatchObject({
    faults: [
      'claims.0.pattern: the number {n} may stand only once (in each alternative), and not between [ and ]',
    ],
  });
});

test('a wording without a place for the number is a fault', () => {
  const claims = [{ pattern: 'has \\d+ variables', quantity: 'variables' }];
  expect(parseConfig({ claims }, [])).toEqual({
    faults: ['claims.0.pattern: the pattern lacks {n}, which stands for the number that is compared'],
    place: { path: ['claims', 0, 'pattern'], value: 'has \\d+ variables' },
  });
});

test('the place of the number may be written as a group', () => {
  const claims = [{ pattern: 'has (?<n>\\d+) variables', quantity: 'variables' }];
  expect(parseConfig({ claims }, [])).toHaveProperty('config');
});

test('without configured wordings nothing is stated', () => {
  expect(extractor('g', {})({ path: 'g/a.md', text: 'All 48 variables.\n' }).claims).toEqual([]);
});
