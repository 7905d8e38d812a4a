import { ruleById } from '#specgraph';
import { COUNTS, TABLE } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

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
  },
  bad: {
    'in digits': {
      files: {
        'spec/specgraph.config.json': COUNTS,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nThe set has ⟦2⟧ variables; spec/01.\n',
      },
      message: 'The text says "has 2 variables"; counted for variables is 1.',
      suggestion: 'has 1 variables',
      fixed: '# B\n\nThe set has 1 variables; spec/01.\n',
    },
    'in words': {
      files: {
        'spec/specgraph.config.json': COUNTS,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nThe set has ⟦forty-seven⟧ variables; spec/01.\n',
      },
      message: 'The text says "has forty-seven variables"; counted for variables is 1.',
      suggestion: 'has one variables',
      fixed: '# B\n\nThe set has one variables; spec/01.\n',
    },
  },
});
