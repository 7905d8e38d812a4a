import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('contract-artifact')!, {
  good: {
    'there, long enough, with its words': {
      'g/a.md': '# A\n\n## 1. Retry\n\nIt waits 10 s, see [b](b.md), Section 2.\n\n## 2. End\n',
      'g/b.md': '# B\n\nBack to [A](a.md).\n\n## 1. One\n\n## 2. Two\n',
      'g/contracts/phase-01.yaml':
        'phase: "1"\nmust_haves:\n  artifacts:\n    - { path: g/a.md, contains: "waits 10 s", min_lines: 7 }\n',
    },
  },
  bad: {
    'a text is missing': {
      files: {
        'g/a.md': '⟦# A⟧\n\n## 1. Retry\n\nIt waits 10 s, see [b](b.md), Section 2.\n\n## 2. End\n',
        'g/b.md': '# B\n\nBack to [A](a.md).\n\n## 1. One\n\n## 2. Two\n',
        'g/contracts/phase-01.yaml':
          'phase: "1"\nmust_haves:\n  artifacts:\n    - { path: g/a.md, contains: [waits, "20 s"] }\n',
      },
      message: 'Phase 1 promises that g/a.md contains "20 s"; it does not.',
      suggestion: 'add "20 s"',
      related: ['g/contracts/phase-01.yaml:4 the promise'],
    },
    'the words stand there with another number': {
      files: {
        'g/a.md': '# A\n\n## 1. Retry\n\nSee [b](b.md), Section 2.\n\n*⟦(updated in Stage 8)⟧*\n',
        'g/b.md': '# B\n\nBack to [A](a.md).\n\n## 1. One\n\n## 2. Two\n',
        'g/contracts/phase-01.yaml':
          'phase: "1"\nmust_haves:\n  artifacts:\n    - { path: g/a.md, contains: "(updated in Stage 9)" }\n',
      },
      message:
        'Phase 1 promises that g/a.md contains "(updated in Stage 9)"; it says "(updated in Stage 8)".',
      suggestion: '(updated in Stage 9)',
      related: ['g/contracts/phase-01.yaml:4 the promise'],
    },
    'too short': {
      files: {
        'g/a.md': '⟦# A⟧\n\n## 1. Retry\n\nIt waits 10 s, see [b](b.md), Section 2.\n\n## 2. End\n',
        'g/b.md': '# B\n\nBack to [A](a.md).\n\n## 1. One\n\n## 2. Two\n',
        'g/contracts/phase-01.yaml':
          'phase: "1"\nmust_haves:\n  artifacts:\n    - { path: g/a.md, min_lines: 70 }\n',
      },
      message: 'Phase 1 promises at least 70 lines in g/a.md; it has 7.',
      related: ['g/contracts/phase-01.yaml:4 the promise'],
    },
  },
});
