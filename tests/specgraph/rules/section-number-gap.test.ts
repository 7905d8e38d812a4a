import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('section-number-gap')!, {
  good: {
    insertions: { 'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\n## 2a. More\n\n## 3. Three\n' },
    'no section numbers': { 'g/a.md': '# A\n\n## 3 ways to win\n\n## 7 ways to lose\n' },
    dates: { 'g/a.md': '# Log\n\n## 2024-05-01\n\n## 2024-03-01\n' },
  },
  bad: {
    'a number left out': {
      files: { 'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\n⟦## 4. Four⟧\n' },
      message: '"4. Four" has the number 4, 3 was expected after 2.',
      suggestion: '3',
    },
    'a letter left out': {
      files: { 'g/a.md': '# A\n\n## 1. One\n\n### 1a. X\n\n⟦### 1c. Z⟧\n\n## 2. Two\n' },
      message: '"1c. Z" has the number 1c, 1b was expected after 1a.',
      suggestion: '1b',
    },
  },
});
