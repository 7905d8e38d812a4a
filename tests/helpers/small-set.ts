/** A set of three documents with variables, steps, phases and a contract: small enough to be read in a test. */
export const CONFIG = {
  title: 'a small set',
  documentNumber: String.raw`^(\d{2})-`,
  documentPrefix: 'spec',
  names: {
    pattern: String.raw`(?<![\w-])FL_[A-Z0-9_]+(?![\w*])`,
    attributes: [{ name: 'FL_READY', source: 'onegate', meaning: 'the server answers' }],
  },
  variables: {
    definitions: [{ document: '01', section: '2', group: 'Server parameters', appliances: ['Server'] }],
    countedOnce: [],
    facets: { userInput: [], validation: [], interaction: [], matrix: [], appliance: [] },
    exempt: [{ section: '2', facets: ['userInput', 'validation', 'interaction', 'matrix', 'appliance'], reason: 'a small set' }],
    overrides: [],
  },
  bootSequences: [{ appliance: 'Server', document: '02' }],
  phases: [
    { number: '1', name: 'Base', dependsOn: [], finished: true },
    { number: '2', name: 'Edge', dependsOn: ['1'], finished: true },
  ],
  requirements: [{ id: 'REQ-01', title: 'The server starts' }],
  rules: {
    'phase-mismatch': 'off', 'wrong-version': 'off', 'uncovered-requirement': 'off', 'unlinked-document': 'off', 'orphan-document': 'off',
    'unused-variable': 'off', 'missing-backlink': 'off',
  },
};

export const SMALL_SET: Record<string, string> = {
  'spec/specgraph.config.json': JSON.stringify(CONFIG),
  'spec/01-reference.md': [
    '# Reference', '',
    '**Requirement:** REQ-01', '',
    '## 1. Scope', '', 'What `FL_PORT` means stands in Section 2.', '',
    '## 2. Parameters', '',
    '| # | Variable | USER_INPUT | Type | Default | Phase |',
    '|---|---|---|---|---|---|',
    '| 1 | `FL_PORT` | `M\\|number\\|Port to listen at\\|\\|9092` | number | 9092 | 1 |',
    '| 2 | `FL_MODE` | `O\\|list\\|How to run, "fast" or not\\|fast,slow\\|fast` | list | fast | 2 |',
    '', '## Appendix A: Names', '', 'None.', '',
  ].join('\n'),
  'spec/02-server.md': [
    '# Server', '',
    '## 1. Boot', '', '### Step 1: Read', '', 'Reads `FL_MODE`.', '', '### Step 1a: Listen', '', 'As [`spec/01-reference.md`](01-reference.md), Section 2 says.', '',
    '## 2. Ports', '', 'See Section 1 and Step 1a.', '',
    '## 3. Logs', '', 'None.', '',
  ].join('\n'),
  'spec/03-guide.md': [
    '# Guide', '', '## 1. Start', '', 'Ports stand in spec/02, Section 2.', '',
  ].join('\n'),
};
