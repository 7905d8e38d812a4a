import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('contract-link')!, {
  good: {
    'a link, a section, a pattern': {
      'g/a.md': '# A\n\n## 1. Retry\n\nIt waits 10 s, see [b](b.md), Section 2.\n\n## 2. End\n',
      'g/b.md': '# B\n\nBack to [A](a.md).\n\n## 1. One\n\n## 2. Two\n',
      'g/contracts/phase-01.yaml':
        'phase: "1"\nmust_haves:\n  key_links:\n    - { from: g/a.md, to: g/b.md }\n    - { from: g/a.md, section: "1", to: g/b.md, to_sections: ["2"] }\n    - { from: g/a.md, to: "free text", pattern: "waits \\\\d+ s" }\n',
    },
  },
  bad: {
    'not in this section': {
      files: {
        'g/a.md': '# A\n\n## 1. Retry\n\nIt waits 10 s, see [b](b.md), Section 2.\n\n⟦## 2. End⟧\n',
        'g/b.md': '# B\n\nBack to [A](a.md).\n\n## 1. One\n\n## 2. Two\n',
        'g/contracts/phase-01.yaml':
          'phase: "1"\nmust_haves:\n  key_links:\n    - { from: g/a.md, section: "2", to: g/b.md }\n',
      },
      message: 'Phase 1 promises that Section 2 of g/a.md refers to g/b.md; it does not.',
      suggestion: 'add the reference',
      related: ['g/contracts/phase-01.yaml:4 the promise'],
    },
    'another section of it': {
      files: {
        'g/a.md': '# A\n\n⟦## 1. Retry⟧\n\nIt waits 10 s, see [b](b.md), Section 2.\n\n## 2. End\n',
        'g/b.md': '# B\n\nBack to [A](a.md).\n\n## 1. One\n\n## 2. Two\n',
        'g/contracts/phase-01.yaml':
          'phase: "1"\nmust_haves:\n  key_links:\n    - { from: g/a.md, section: "1", to: g/b.md, to_sections: ["1"] }\n',
      },
      message: 'Phase 1 promises that Section 1 of g/a.md refers to g/b.md, Section 1; it does not.',
      suggestion: 'add the reference',
      related: ['g/contracts/phase-01.yaml:4 the promise'],
    },
    'no match': {
      files: {
        'g/a.md': '⟦# A⟧\n\n## 1. Retry\n\nIt waits 10 s, see [b](b.md), Section 2.\n\n## 2. End\n',
        'g/b.md': '# B\n\nBack to [A](a.md).\n\n## 1. One\n\n## 2. Two\n',
        'g/contracts/phase-01.yaml':
          'phase: "1"\nmust_haves:\n  key_links:\n    - { from: g/a.md, to: retries, pattern: "retr(y|ies) twice" }\n',
      },
      message: 'Phase 1 promises that g/a.md refers to retries (pattern retr(y|ies) twice); it does not.',
      suggestion: 'add the reference',
      related: ['g/contracts/phase-01.yaml:4 the promise'],
    },
  },
});
