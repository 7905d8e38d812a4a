/** Configurations and documents that several rule tests share; as the text of a specgraph.config.json. */
import type { SpecConfigInput } from '#specgraph';

/** A configuration of a set that numbers its documents. */
export function config(more: SpecConfigInput = {}): string {
  return JSON.stringify({ documentNumber: String.raw`^(\d\d)-`, documentPrefix: 'spec', ...more });
}

export const NUMBERED = config();

export const OVERVIEW = config({ overview: { document: '00', section: '1' } });

export const PHASES = config({
  phases: [
    { number: '1', name: 'Base', dependsOn: [], finished: true },
    { number: '2', name: 'Monitoring', dependsOn: ['1'], finished: false },
  ],
  staleWords: ['deferred', 'planned', 'preview'],
});

export const REQUIREMENTS = config({
  overview: { document: '00', section: '1' },
  requirements: [
    { id: 'NET-01', title: 'Listening' },
    { id: 'NET-02', title: 'Retrying' },
  ],
});

const names: SpecConfigInput['names'] = {
  pattern: String.raw`(?<![\w-])FL_[A-Z0-9][A-Z0-9_]*(?<!_)(?![\w*])`,
  attributes: [{ name: 'FL_READY', source: 'environment', meaning: 'ready' }],
};

const variables = (facets: string[]): NonNullable<SpecConfigInput['variables']> => {
  const places = {
    userInput: [{ document: '01', section: '1' }],
    validation: [{ document: '01', section: '2' }],
    matrix: [{ document: '01', section: '3' }],
    appliance: [{ component: 'Server', document: '01', section: '4' }],
  };
  return {
    definitions: [{ document: '01', section: '1', group: 'Parameters', components: ['Server'] }],
    facets: Object.fromEntries(Object.entries(places).filter(([facet]) => facets.includes(facet))),
  };
};

/** One definition table, in Section 1 of spec/01; no further facets. */
export const VARIABLES = variablesConfig();

/** VARIABLES with some parts changed. */
export function variablesConfig(change: Partial<NonNullable<SpecConfigInput['variables']>> = {}): string {
  return config({ profiles: ['opennebula'], names, variables: { ...variables([]), ...change } });
}

/** VARIABLES with what is counted. */
export function countsConfig(counts: Pick<SpecConfigInput, 'quantities' | 'claims' | 'countTables'>): string {
  return config({ profiles: ['opennebula'], names, variables: variables([]), ...counts });
}

export const COUNTS = countsConfig({
  quantities: { variables: { of: 'definitions' } },
  claims: [{ pattern: 'has {n} variables?', quantity: 'variables' }],
});

export const TABLE = [
  '# A',
  '',
  '## 1. Parameters',
  '',
  'Used by spec/02.',
  '',
  '| # | Variable | USER_INPUT | Type | Default | Validation |',
  '|---|---|---|---|---|---|',
  String.raw`| 1 | ${'`FL_PORT_NUMBER`'} | ${'`O\\|number\\|Port\\|\\|9092`'} | number | ${'`9092`'} | 1-65535 |`,
  '',
  '## 2. Use',
  '',
  'As listed.',
  '',
].join('\n');

/** TABLE with a variable that has options. */
export const OPTIONS_TABLE = TABLE.replace(
  /\| 1 \|.*/,
  String.raw`| 1 | ${'`FL_MODE_NAME`'} | ${'`O\\|list\\|Mode\\|fast,slow\\|fast`'} | list | ${'`fast`'} | one of them |`,
);

/** Every facet of one variable, in one document. */
export const FACETS_CONFIG = config({
  profiles: ['opennebula'],
  names,
  variables: variables(['userInput', 'validation', 'matrix', 'appliance']),
});

export const FACETS_DOCUMENT = [
  TABLE.slice(0, TABLE.indexOf('## 2')),
  '```ini\nFL_PORT_NUMBER = "O|number|Port||9092"\n```\n\n',
  '## 2. Validation\n\n| Variable | Rule |\n|---|---|\n| `FL_PORT_NUMBER` | 1-65535 |\n| `FL_READY` | none |\n\n',
  '## 3. Matrix\n\n| Variable | Server |\n|---|---|\n| `FL_PORT_NUMBER` | Y |\n\n## 4. Flags\n\n| Variable | Flag |\n|---|---|\n| `FL_PORT_NUMBER` | --port |\n',
].join('');
