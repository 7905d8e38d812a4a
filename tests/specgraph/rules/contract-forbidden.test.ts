import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('contract-forbidden')!, {
  good: {
    'gone, or elsewhere': {
      'g/a.md': '# A\n\n## 1. Retry\n\nIt waits 10 s, see [b](b.md), Section 2.\n\n## 2. End\n',
      'g/b.md': '# B\n\nBack to [A](a.md).\n\n## 1. One\n\n## 2. Two\n',
      'g/contracts/phase-01.yaml':
        'phase: "1"\nmust_haves:\n  forbidden:\n    - { path: g/a.md, section: "2", pattern: "waits" }\n',
    },
  },
  bad: {
    'still there': {
      files: {
        'g/a.md': '# A\n\n## 1. Retry\n\nIt ⟦waits 10 s⟧, see [b](b.md), Section 2.\n\n## 2. End\n',
        'g/b.md': '# B\n\nBack to [A](a.md).\n\n## 1. One\n\n## 2. Two\n',
        'g/contracts/phase-01.yaml':
          'phase: "1"\nmust_haves:\n  forbidden:\n    - { path: g/a.md, pattern: "waits \\\\d+ s", provides: the old time }\n',
      },
      message: '"waits 10 s" still stands in g/a.md; Phase 1 promises that the old time is gone.',
      suggestion: 'remove it',
      related: ['g/contracts/phase-01.yaml:4 the promise'],
    },
  },
});
