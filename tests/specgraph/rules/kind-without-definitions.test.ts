import { describe, expect, test } from 'vitest';
import { ruleById, type SpecConfigInput } from '#specgraph';
import { ERRORS, errorTable, kindsConfig } from '../../helpers/kinds.ts';
import { ruleTest, runRule } from '../../helpers/rule-test.ts';

const rule = ruleById('kind-without-definitions')!;

ruleTest(rule, {
  good: {
    'a table': { ...kindsConfig(ERRORS), 'spec/a.md': errorTable(1) },
    'no kinds': { 'spec/a.md': '# A\n' },
  },
  bad: {
    'a document of another name': {
      files: {
        'spec/specgraph.config.json':
          '{ "kinds": {\n  ⟦"error": { "defined": { "table": { "column": "Code", "document": "erors" } }, "mentioned": "E-{n}" }⟧\n} }',
        'spec/errors.md': errorTable(1),
      },
      message: 'The kind "error" has no definitions: no document is called "erors".',
      suggestion: 'errors',
    },
  },
});

type Kind = NonNullable<SpecConfigInput['kinds']>[string];

describe('each form that finds nothing is reported', () => {
  const CASES: [form: string, kind: Kind, reason: string][] = [
    ['headings', { defined: { headings: 'Error {n}' } }, 'none of the headings is a definition'],
    ['table', { defined: { table: 'Number' } }, 'no table has a column "Number" with ids'],
    ['list', { defined: { list: true } }, 'none of the list items is a definition'],
    [
      'section',
      { defined: { bold: true, in: 'Terms' } },
      'none of the bold words in a section called "Terms" is a definition',
    ],
    ['dfn', { defined: { dfn: true } }, 'none of the <dfn> elements is a definition'],
    ['captions', { defined: { captions: 'Listing {n}' } }, 'none of the captions is a definition'],
    ['code', { defined: { code: 'ERR_{id}' } }, 'none of the lines of code is a definition'],
    ['documents', { documents: 'BOLT #{n}' }, 'no document has such a number in its title or file name'],
  ];
  test.each(CASES)('%s', async (_form, kind, reason) => {
    const found = await runRule(rule, { ...kindsConfig({ thing: kind }), 'spec/a.md': '# A\n\nText.\n' });
    expect(found.map(({ message }) => message)).toEqual([`The kind "thing" has no definitions: ${reason}.`]);
  });
});
