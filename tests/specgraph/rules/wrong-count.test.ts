import { ruleById } from '#specgraph';
import { countsConfig, COUNTS, TABLE } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

/** Two quantities: 1 variable, 2 documents. */
const QUANTITIES = { variables: { of: 'definitions' }, documents: { of: 'documents' } } as const;
/** A count that is true in Section 2 of spec/02 means documents; elsewhere it may be either. */
const WITHIN = countsConfig({
  quantities: QUANTITIES,
  claims: [
    { pattern: 'has {n} things?', quantity: ['variables', 'documents'] },
    { pattern: 'has {n} things?', quantity: 'documents', within: { document: '02', section: '2' } },
  ],
});
const TABLE_OF_COUNTS = countsConfig({
  quantities: QUANTITIES,
  claims: [],
  countTables: [
    { document: '02', section: '1', column: 'Count', rows: [{ label: 'Variables', quantity: 'variables' }] },
  ],
});
const inTable = (rows: string): string =>
  `# B\n\nspec/01.\n\n## 1. Counts\n\n| What | Count |\n|---|---|\n${rows}\n## 2. End\n`;

ruleTest(ruleById('wrong-count')!, {
  good: {
    'digits and words that are true': {
      'spec/specgraph.config.json': COUNTS,
      'spec/01-a.md': TABLE,
      'spec/02-b.md': '# B\n\nThe set has 1 variable. It has one variable; spec/01.\n',
    },
    'not the configured wording, and code': {
      'spec/specgraph.config.json': COUNTS,
      'spec/01-a.md': TABLE,
      'spec/02-b.md': '# B\n\n7 variables are many; spec/01.\n\n```text\nhas 9 variables\n```\n',
    },
    'either of two quantities': {
      'spec/specgraph.config.json': WITHIN,
      'spec/01-a.md': TABLE,
      'spec/02-b.md': '# B\n\nIt has 1 thing, it has 2 things; spec/01.\n',
    },
    'the quantity of its section': {
      'spec/specgraph.config.json': WITHIN,
      'spec/01-a.md': TABLE,
      'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n\n### 2a. Part\n\nIt has 2 things; spec/01.\n',
    },
    'a quantity that is not counted': {
      'spec/specgraph.config.json': countsConfig({
        quantities: {},
        claims: [{ pattern: 'has {n} things?', quantity: 'things' }],
      }),
      'spec/01-a.md': TABLE,
      'spec/02-b.md': '# B\n\nIt has 7 things; spec/01.\n',
    },
    'a table that counts right, and rows that it does not count': {
      'spec/specgraph.config.json': TABLE_OF_COUNTS,
      'spec/01-a.md': TABLE,
      'spec/02-b.md': inTable('| Variables | 1 |\n| Variables, not yet | |\n| Others | 7 |\n'),
    },
    'a table of another section': {
      'spec/specgraph.config.json': TABLE_OF_COUNTS,
      'spec/01-a.md': TABLE,
      'spec/02-b.md':
        '# B\n\nspec/01.\n\n## 1. Counts\n\n## 2. End\n\n| What | Count |\n|---|---|\n| Variables | 7 |\n',
    },
  },
  bad: {
    'in digits': {
      files: {
        'spec/specgraph.config.json': COUNTS,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nThe set has ⟦2⟧ variables; spec/01.\n',
      },
      message: 'The text says "has 2 variables"; the count of "variables" is 1.',
      suggestion: 'has 1 variables',
      fixed: '# B\n\nThe set has 1 variables; spec/01.\n',
    },
    'in words': {
      files: {
        'spec/specgraph.config.json': COUNTS,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nThe set has ⟦forty-seven⟧ variables; spec/01.\n',
      },
      message: 'The text says "has forty-seven variables"; the count of "variables" is 1.',
      suggestion: 'has one variables',
      fixed: '# B\n\nThe set has one variables; spec/01.\n',
    },
    'neither of two quantities': {
      files: {
        'spec/specgraph.config.json': WITHIN,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nIt has ⟦5⟧ things; spec/01.\n',
      },
      message: 'The text says "has 5 things"; the count of "variables" is 1 and that of "documents" is 2.',
      suggestion: 'has 2 things',
    },
    'the quantity of another section': {
      files: {
        'spec/specgraph.config.json': WITHIN,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\n## 1. One\n\nIt has 1 thing.\n\n## 2. Two\n\nIt has ⟦1⟧ thing; spec/01.\n',
      },
      message: 'The text says "has 1 thing"; the count of "documents" is 2.',
      suggestion: 'has 2 thing',
      fixed: '# B\n\n## 1. One\n\nIt has 1 thing.\n\n## 2. Two\n\nIt has 2 thing; spec/01.\n',
    },
    'in a table': {
      files: {
        'spec/specgraph.config.json': TABLE_OF_COUNTS,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': inTable('| Documents | 12 |\n| Variables of the server | ⟦12⟧ |\n'),
      },
      message: 'The table says 12 for "Variables"; the count of "variables" is 1.',
      suggestion: '1',
    },
  },
});
