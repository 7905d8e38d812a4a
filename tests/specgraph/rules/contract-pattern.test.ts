import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('contract-pattern')!, {
  good: {
    'often enough': {
      'g/a.md': '# A\n\n## 1. Retry\n\nIt waits 10 s, see [b](b.md), Section 2.\n\n## 2. End\n',
      'g/b.md': '# B\n\nBack to [A](a.md).\n\n## 1. One\n\n## 2. Two\n',
      'g/contracts/phase-01.yaml':
        'phase: "1"\nmust_haves:\n  patterns:\n    - { path: g/a.md, pattern: "^## ", min_matches: 2 }\n',
    },
  },
  bad: {
    'too seldom': {
      files: {
        'g/a.md': '⟦# A⟧\n\n## 1. Retry\n\nIt waits 10 s, see [b](b.md), Section 2.\n\n## 2. End\n',
        'g/b.md': '# B\n\nBack to [A](a.md).\n\n## 1. One\n\n## 2. Two\n',
        'g/contracts/phase-01.yaml':
          'phase: "1"\nmust_haves:\n  patterns:\n    - { path: g/a.md, pattern: "^## ", min_matches: 5, provides: five sections }\n',
      },
      message: 'Phase 1 promises five sections in g/a.md 5 times; it is there 2 times.',
      suggestion: 'add it',
      related: ['g/contracts/phase-01.yaml:4 the promise'],
    },
    'not there': {
      files: {
        'g/a.md': '# A\n\n## 1. Retry\n\nIt waits 10 s, see [b](b.md), Section 2.\n\n⟦## 2. End⟧\n',
        'g/b.md': '# B\n\nBack to [A](a.md).\n\n## 1. One\n\n## 2. Two\n',
        'g/contracts/phase-01.yaml':
          'phase: "1"\nmust_haves:\n  patterns:\n    - { path: g/a.md, section: "2", pattern: "waits" }\n',
      },
      message: 'Phase 1 promises the pattern waits in Section 2 of g/a.md; it is not there.',
      suggestion: 'add it',
      related: ['g/contracts/phase-01.yaml:4 the promise'],
    },
    'a count of a quantity that is not configured': {
      files: {
        'g/a.md': '# A\n',
        'g/contracts/phase-01.yaml':
          'phase: "1"\nmust_haves:\n  counts:\n⟦⟧    - { quantity: things, equals: 3 }\n',
      },
      message: 'Phase 1 promises a number of "things", which the configuration does not define.',
    },
  },
});
