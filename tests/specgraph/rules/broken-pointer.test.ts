import { describe, expect, test } from 'vitest';
import { ruleById, type SpecConfigInput } from '#specgraph';
import { ruleTest, runRule } from '../../helpers/rule-test.ts';
import type { Files } from '../../helpers/small-corpus.ts';

const rule = ruleById('broken-pointer')!;

const DOCUMENTS = {
  'spec/00-overview.md':
    '# Overview\n\n## 1. Documents\n\n| Content |\n| --- |\n| [Scope](01-scope.md) |\n\n### Step 1: Read\n\nText.\n\n## 2. Reading order\n\nAny.\n',
  'spec/01-scope.md':
    '# Scope\n\n## 1. Limits\n\n| Variable | Default |\n| --- | --- |\n| `MAX_PEERS` | 8 |\n\nSee [the overview](00-overview.md).\n\n## 2. Errors\n\nNone.\n',
};

const NUMBERED = { documentNumber: String.raw`^(\d\d)-` } satisfies SpecConfigInput;
const VARIABLES = {
  ...NUMBERED,
  variables: {
    definitions: [{ document: '01', section: '1', group: 'Limits', components: ['Peer'] }],
    facets: { limits: [{ document: '01', section: '1' }] },
  },
} satisfies SpecConfigInput;

/** Documents with a configuration, as JSON over several lines. */
function set(config: SpecConfigInput): Files {
  return { ...DOCUMENTS, 'spec/specgraph.config.json': JSON.stringify(config, undefined, 2) };
}

const script = (body: string): Files => ({ ...DOCUMENTS, 'spec/specgraph.config.mjs': body });

ruleTest(rule, {
  good: {
    'no configuration': DOCUMENTS,
    'pointers by number, id and heading': set({
      ...NUMBERED,
      overview: { document: '00-overview', section: 'Documents', column: 'Content' },
      buildsOn: [['01', '00']],
    }),
    'variables with their tables and facets': set(VARIABLES),
    'files of the site': { ...set({ site: { logo: 'img/logo.svg' } }), 'spec/img/logo.svg': '<svg/>' },
    'a part with a pattern that leaves files out': set({ parts: [{ files: ['0*.md', '!01-*.md'] }] }),
  },
  bad: {
    'a document in JSON': {
      files: {
        ...DOCUMENTS,
        'spec/specgraph.config.json':
          '{ "documentNumber": "^(\\\\d\\\\d)-",\n  "overview": { "document": "⟦99⟧", "section": "1" } }',
      },
      message: '"99" in overview.document is no document of the set.',
    },
    'a file of the site': {
      files: {
        ...DOCUMENTS,
        'spec/specgraph.config.yaml': 'site:\n  styles: [⟦own.css⟧]\n',
      },
      message: '"own.css" in site.styles[0] is no file below spec.',
    },
    'a section in YAML': {
      files: {
        ...DOCUMENTS,
        'spec/specgraph.config.yaml':
          "documentNumber: '^(\\d\\d)-'\noverview:\n  document: '00'\n  section: ⟦Documnets⟧\n",
      },
      message: '"Documnets" in overview.section is no section of spec/00-overview.md.',
      suggestion: 'Documents',
    },
    'a document in a list of a script': {
      files: script(
        "/** Pairs. */\nexport default {\n  documentNumber: '^([0-9]+)-', // a comment: { not read\n  buildsOn: [\n    ['01', '00'],\n    ['00', '⟦88⟧'],\n  ],\n};\n",
      ),
      message: '"88" in buildsOn[1][1] is no document of the set.',
    },
    'a constant of a script': {
      files: script(
        "const OVERVIEW = { document: '⟦77⟧', section: '1' };\nexport default { documentNumber: '^([0-9]+)-', overview: OVERVIEW };\n",
      ),
      message: '"77" in overview.document is no document of the set.',
    },
    'an argument of a function, which stands there once': {
      files: script(
        "const pair = (a, b) => [a, b];\nexport default {\n  documentNumber: '^([0-9]+)-',\n  buildsOn: [pair('⟦66⟧', '00')],\n};\n",
      ),
      message: '"66" in buildsOn[0][0] is no document of the set.',
    },
    'a computed value, by the nearest value around it': {
      files: script(
        "export default {\n  documentNumber: '^([0-9]+)-',\n  ⟦buildsOn: [...['5'].map((n) => [n + n, '00'])],⟧\n};\n",
      ),
      message: '"55" in buildsOn[0][0] is no document of the set.',
    },
  },
});

describe('each pointer that leads nowhere is reported', () => {
  const CASES: [key: string, config: SpecConfigInput, message: string][] = [
    [
      'documentNumber',
      { documentNumber: '^RFC(\\d+)' },
      '"^RFC(\\d+)" in documentNumber finds no number in the name of any document.',
    ],
    [
      'overview.column',
      { ...NUMBERED, overview: { document: '00', section: '1', column: 'Contnet' } },
      '"Contnet" in overview.column is no column of a table in spec/00-overview.md, Section 1.',
    ],
    ['parts', { parts: [{ files: ['book/*.md'] }] }, '"book/*.md" in parts[0].files matches no document.'],
    [
      'names.attributes',
      {
        names: {
          pattern: 'X_[A-Z]+',
          attributes: [
            {
              name: 'X_A',
              source: 'code',
              meaning: 'a',
              readBy: [{ who: 'b', at: { document: '00-overview', section: '9' } }],
            },
          ],
        },
      },
      '"9" in names.attributes[0].readBy[0].at.section is no section of spec/00-overview.md.',
    ],
    [
      'variables.definitions',
      {
        ...NUMBERED,
        variables: { definitions: [{ document: '01', section: '4', group: 'Limits', components: ['Peer'] }] },
      },
      '"4" in variables.definitions[0].section is no section of spec/01-scope.md.',
    ],
    [
      'variables.countedOnce',
      { ...VARIABLES, variables: { ...VARIABLES.variables, countedOnce: ['MAX_PEER'] } },
      '"MAX_PEER" in variables.countedOnce[0] is the name of no definition.',
    ],
    [
      'variables.facets',
      {
        ...VARIABLES,
        variables: {
          ...VARIABLES.variables,
          facets: { limits: [{ document: '01', section: '1', component: 'Pear' }] },
        },
      },
      '"Pear" in variables.facets.limits[0].component is no component of any variable.',
    ],
    [
      'variables.exempt',
      {
        ...VARIABLES,
        variables: {
          ...VARIABLES.variables,
          exempt: [{ section: '1', facets: ['limts'], reason: 'none' }],
        },
      },
      '"limts" in variables.exempt[0].facets[0] is no facet of variables.facets.',
    ],
    [
      'variables.overrides',
      {
        ...VARIABLES,
        variables: {
          ...VARIABLES.variables,
          overrides: [
            {
              document: '01',
              sections: ['1'],
              names: ['MAX_PEERS'],
              fields: ['defualt'],
              reason: 'none',
            },
          ],
        },
      },
      '"defualt" in variables.overrides[0].fields[0] is no field of the definitions.',
    ],
    [
      'stepSequences',
      { ...NUMBERED, stepSequences: [{ component: 'Peer', document: '31' }] },
      '"31" in stepSequences[0].document is no document of the set.',
    ],
    [
      'phases',
      { phases: [{ number: '1', name: 'First', dependsOn: ['3'], finished: false }] },
      '"3" in phases[0].dependsOn[0] is no phase of the set.',
    ],
    [
      'kinds: a facet',
      {
        kinds: {
          limit: {
            defined: { table: 'Variable' },
            mentioned: { code: '{id}' },
            facets: { table: [{ document: 'scope', section: 'Limts' }] },
          },
        },
      },
      '"Limts" in kinds.limit.facets.table[0].section is no section of spec/01-scope.md.',
    ],
    [
      'quantities: a step',
      { ...NUMBERED, quantities: { steps: { of: 'steps', document: '00', except: ['7a'] } } },
      '"7a" in quantities.steps.except[0] is no step of spec/00-overview.md.',
    ],
    [
      'quantities: a definition table',
      { ...VARIABLES, quantities: { limits: { of: 'rows', section: '2' } } },
      '"2" in quantities.limits.section is the section of no definition table.',
    ],
    [
      'claims',
      { claims: [{ pattern: '{n} peers', quantity: 'peers' }] },
      '"peers" in claims[0].quantity is no key of quantities.',
    ],
    [
      'countTables',
      {
        quantities: { documents: { of: 'documents' } },
        countTables: [
          {
            document: '00-overview',
            section: 'Documents',
            column: 'Content',
            rows: [{ label: 'Scope', quantity: 'document' }],
          },
        ],
      },
      '"document" in countTables[0].rows[0].quantity is no key of quantities.',
    ],
  ];

  test.each(CASES)('%s', async (_key, config, message) => {
    const found = await runRule(rule, set(config));
    expect(found.map((finding) => finding.message)).toEqual([message]);
    expect(found[0].file).toBe('spec/specgraph.config.json');
    expect(found[0].line).toBeGreaterThan(1);
  });
});
