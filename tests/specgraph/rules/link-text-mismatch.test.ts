import { ruleById } from '#specgraph';
import { NUMBERED } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('link-text-mismatch')!, {
  good: {
    'words that name nothing': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n',
      'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n',
      'spec/03-c.md':
        '# C\n\n[details](02-b.md) [Section 2](02-b.md#2-two) [`spec/02-b.md`](02-b.md) [spec/02](02-b.md)\n',
    },
  },
  bad: {
    'another document': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n',
        'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n',
        'spec/03-c.md': '# C\n\n⟦[`spec/01-a.md`](02-b.md)⟧\n',
      },
      message: 'The text says "spec/01-a.md", the link leads to spec/02-b.md.',
      suggestion: 'make both name the same document',
    },
    'another number': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n',
        'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n',
        'spec/03-c.md': '# C\n\n⟦[spec/01](02-b.md)⟧\n',
      },
      message: 'The text says "spec/01", the link leads to spec/02-b.md.',
      suggestion: 'make both name the same document',
    },
    'another section': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n',
        'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n',
        'spec/03-c.md': '# C\n\n⟦[Section 2](02-b.md#1-one)⟧\n',
      },
      message: 'The text says Section 2, the link leads to Section 1 ("1. One").',
      suggestion: 'make both name the same section',
    },
  },
});
