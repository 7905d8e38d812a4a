import { ruleById } from '#specgraph';
import { ERRORS, errorTable, kindsConfig } from '../../helpers/kinds.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('duplicate-definition')!, {
  good: {
    'different ids': { ...kindsConfig(ERRORS), 'spec/a.md': errorTable(1, 2) },
    'a heading and a row of a list': {
      ...kindsConfig({
        error: { defined: [{ table: 'Code' }, { headings: 'Error {n}' }], mentioned: 'E-{n}' },
      }),
      'spec/a.md': `${errorTable(1)}\n## Error 1: Taken\n\nTry again.\n`,
    },
    'one id in two documents, where documents count by themselves': {
      ...kindsConfig({ error: { ...ERRORS.error, scope: 'document' } }),
      'spec/a.md': errorTable(1),
      'spec/b.md': errorTable(1),
    },
  },
  bad: {
    'two rows': {
      files: { ...kindsConfig(ERRORS), 'spec/a.md': errorTable('`1`', '⟦01⟧') },
      message: 'The error "01" is defined twice.',
      related: ['spec/a.md:5 the first definition'],
    },
    'two documents': {
      files: { ...kindsConfig(ERRORS), 'spec/a.md': errorTable(1), 'spec/b.md': errorTable('⟦1⟧') },
      message: 'The error "1" is defined twice.',
      related: ['spec/a.md:5 the first definition'],
    },
  },
});
