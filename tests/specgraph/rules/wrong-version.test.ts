import { ruleById } from '#specgraph';
import { NUMBERED } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('wrong-version')!, {
  good: {
    'footer, table and contract agree': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md':
        '# A\n\nspec/02\n\n| Document | Version |\n|---|---|\n| spec/02 | 1.1 |\n\n---\n\n*About: A*\\\n*Version: 1.0*\n',
      'spec/02-b.md': '# B\n\nspec/01\n\n---\n\n*About: B*\\\n*Version: 1.1*\n',
      'spec/contracts/phase-01.yaml':
        'phase: 1\nmust_haves:\n  versions:\n    - { path: spec/02-b.md, version: "1.1" }\n',
    },
  },
  bad: {
    'the table': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md':
          '# A\n\nspec/02\n\n| Document | Version |\n|---|---|\n| spec/02 | ⟦1.0⟧ |\n\n---\n\n*About: A*\\\n*Version: 1.0*\n',
        'spec/02-b.md': '# B\n\nspec/01\n\n---\n\n*About: B*\\\n*Version: 1.1*\n',
      },
      message: 'The table says version 1.0 for spec/02-b.md, its footer says 1.1.',
      suggestion: '1.1',
    },
    'the contract': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n\n---\n\n*About: A*\\\n⟦*Version: 1.0*⟧\n',
        'spec/contracts/phase-01.yaml':
          'phase: 1\nmust_haves:\n  versions:\n    - { path: spec/01-a.md, version: "1.1" }\n',
      },
      message: 'The footer says version 1.0, spec/contracts/phase-01.yaml says 1.1.',
      suggestion: 'Version: 1.1',
    },
    'no version': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '⟦# A⟧\n\nspec/02\n',
        'spec/02-b.md': '# B\n\nspec/01\n\n---\n\n*About: B*\\\n*Version: 1.1*\n',
      },
      message: 'spec/01-a.md states no version in its footer.',
      suggestion: 'end with "*Version: 1.0*"',
    },
  },
});
