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
    'tables without versions, or without documents': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md':
        '# A\n\nspec/02\n\n| Document | Title |\n|---|---|\n| spec/02 | 9.9 |\n\n| Version | What |\n|---|---|\n| 9.9 | spec/02 |\n\n---\n\n*About: A*\\\n*Version: 1.0*\n',
      'spec/02-b.md': '# B\n\nspec/01\n\n---\n\n*About: B*\\\n*Version: 1.1*\n',
    },
    'rows that name no document of the set': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md':
        '# A\n\nspec/02\n\n| Document | Version |\n|---|---|\n| all | 9.9 |\n| number 77 | 9.9 |\n| spec/02 |\n\n---\n\n*About: A*\\\n*Version: 1.0*\n',
      'spec/02-b.md': '# B\n\nspec/01\n\n---\n\n*About: B*\\\n*Version: 1.1*\n',
    },
    'a document without a number': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n\n---\n\n*About: A*\\\n*Version: 1.0*\n',
      'spec/notes.md': '# N\n',
    },
    'the newest contract counts, its path taken from the set': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n\n---\n\n*About: A*\\\n*Version: 1.2*\n',
      'spec/contracts/a.yaml':
        'phase: 10\nmust_haves:\n  versions:\n    - { path: 01-a.md, version: "1.2" }\n',
      'spec/contracts/b.yaml':
        'phase: 9\nmust_haves:\n  versions:\n    - { path: spec/01-a.md, version: "1.1" }\n',
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
      related: ['spec/02-b.md:8 the footer'],
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
      related: ['spec/contracts/phase-01.yaml:4 the promised version'],
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
    'the version in the first column': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md':
          '# A\n\nspec/02\n\n| Version | Document |\n|---|---|\n| ⟦1.0⟧ | spec/02 |\n\n---\n\n*About: A*\\\n*Version: 1.0*\n',
        'spec/02-b.md': '# B\n\nspec/01\n\n---\n\n*About: B*\\\n*Version: 1.1*\n',
      },
      message: 'The table says version 1.0 for spec/02-b.md, its footer says 1.1.',
      suggestion: '1.1',
      related: ['spec/02-b.md:8 the footer'],
    },
  },
});
