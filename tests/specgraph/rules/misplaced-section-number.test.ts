import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('misplaced-section-number')!, {
  good: {
    'parts of their sections': {
      'g/a.md': '# A\n\n## 1. One\n\n### 1.1 X\n\n#### 1.1.1 Y\n\n## 2. Two\n\n### 2.1 Z\n\n#### 2.1.3 W\n',
    },
    'a chapter under a title without a number': { 'g/a.md': '# A\n\n## 7.1 X\n\n## 7.2 Y\n' },
    'sections of the same level': { 'g/a.md': '# A\n\n## 5. X\n\n## 5a. Y\n\n## 6. Z\n' },
    'parts that stand for their section': {
      'g/a.md': '# A\n\n## 1. X\n\n## 2. Y\n\n### 3.1 Z\n\n### 3.2 W\n\n## 4. V\n',
    },
    'parts of a section with a wrong number': {
      'g/a.md': '# A\n\n## 1. X\n\n## 2. Y\n\n## 43. Z\n\n### 3.1 W\n\n### 3.2 V\n\n## 4. U\n',
    },
    'parts of an appendix': { 'g/a.md': '# A\n\n## 1. X\n\n## Appendix A: Y\n\n### A.1 Z\n' },
  },
  bad: {
    'the parts of the section after it': {
      files: {
        'g/a.md': '# A\n\n## 1. One\n\n### 1.1 X\n\n## 2. Two\n\n⟦### 3.1 Y⟧\n\n### 3.2 Z\n\n## 3. Three\n',
      },
      message: '"3.1 Y" has the number 3.1 and stands under "2. Two"; 2.1 was expected.',
      suggestion: '2.1',
      related: ['g/a.md:7 Section 2'],
    },
    'a part whose parent has no heading': {
      files: {
        'g/a.md': '# A\n\n## 1. One\n\n### 1.1 X\n\n### 1.2 Y\n\n⟦#### 1.3.1 Z⟧\n\n### 1.4 W\n\n## 2. Two\n',
      },
      message: '"1.3.1 Z" has the number 1.3.1 and stands under "1.2 Y"; 1.2.1 was expected.',
      suggestion: '1.2.1',
      related: ['g/a.md:7 Section 1.2'],
    },
    'a heading that is too deep': {
      files: { 'g/a.md': '# A\n\n## 1. One\n\n### 1.1 X\n\n⟦#### 1.2 Y⟧\n\n## 2. Two\n' },
      message:
        '"1.2 Y" has the number 1.2 and stands under "1.1 X"; a heading of the same level was expected.',
      related: ['g/a.md:5 Section 1.1'],
    },
    'a deeper part': {
      files: {
        'g/a.md':
          '# A\n\n## 1. One\n\n### 1.1 X\n\n#### 1.1.1 V\n\n### 1.2 Y\n\n#### 1.2.1 Z\n\n⟦#### 1.1.2 W⟧\n\n## 2. Two\n',
      },
      message: '"1.1.2 W" has the number 1.1.2 and stands under "1.2 Y"; 1.2.2 was expected.',
      suggestion: '1.2.2',
      related: ['g/a.md:9 Section 1.2'],
    },
  },
});
