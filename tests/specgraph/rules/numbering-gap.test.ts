import { ruleById } from '#specgraph';
import { ERRORS, errorTable, kindsConfig } from '../../helpers/kinds.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

const GAPS = kindsConfig({ error: { ...ERRORS.error, check: ['gaps'] } });

ruleTest(ruleById('numbering-gap')!, {
  good: {
    'no gap, in any order': { ...GAPS, 'spec/a.md': errorTable(2, 1, 3) },
    'a range that closes it': { ...GAPS, 'spec/a.md': errorTable(1, '2-4', 5) },
    'hundreds are left free': { ...GAPS, 'spec/a.md': errorTable(100, 200) },
    'not asked for': { ...kindsConfig(ERRORS), 'spec/a.md': errorTable(1, 3) },
  },
  bad: {
    'one number': {
      files: { ...GAPS, 'spec/a.md': errorTable(1, '⟦3⟧') },
      message: 'E-3 follows E-1: E-2 is missing.',
      related: ['spec/a.md:5 E-1'],
    },
    'two numbers': {
      files: { ...GAPS, 'spec/a.md': errorTable(1, 2, '⟦5⟧') },
      message: 'E-5 follows E-2: E-3 and E-4 are missing.',
      related: ['spec/a.md:6 E-2'],
    },
  },
});
