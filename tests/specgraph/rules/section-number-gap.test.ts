import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

/** Sections 1 to `count`. */
const parts = (count: number): string =>
  Array.from({ length: count }, (_, i) => `## ${i + 1}. Part\n\n`).join('');

ruleTest(ruleById('section-number-gap')!, {
  good: {
    insertions: { 'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\n## 2a. More\n\n## 3. Three\n' },
    'no section numbers': { 'g/a.md': '# A\n\n## 3 ways to win\n\n## 7 ways to lose\n' },
    dates: { 'g/a.md': '# Log\n\n## 2024-05-01\n\n## 2024-03-01\n' },
    'a chapter that begins anywhere': { 'g/a.md': '# A\n\n## 2. One\n\n## 3. Two\n' },
    'parts that stand for their section': {
      'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\n### 3.1 Part\n\n### 3.2 Part\n\n## 4. Four\n',
    },
    'parts that stand for a section with two digits': {
      'g/a.md': `# A\n\n${parts(9)}### 10.1 Part\n\n### 10.2 Part\n\n## 11. Eleven\n`,
    },
    'a number twice, which is another mistake': {
      'g/a.md': `# A\n\n${parts(8)}## 2. Two\n\n## 9. Nine\n`,
    },
    appendices: { 'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\n## Appendix A: X\n\n## Appendix B: Y\n' },
    'an appendix without a letter': {
      'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\n## Appendix\n\n## Appendix C: X\n',
    },
  },
  bad: {
    'a heading lost above its parts': {
      files: {
        'g/a.md':
          '# A\n\n## 1. One\n\n### 1.1 Part\n\n## 2. Two\n\n### 2.1 Part\n\n⟦### 3.1 Part⟧\n\n### 3.2 Part\n\n## 4. Four\n',
      },
      message: '"3.1 Part" is a part of Section 3, which has no heading.',
    },
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
    'a letter left out of a section with two digits': {
      files: {
        'g/a.md': `# A\n\n${parts(11)}### 11a. X\n\n⟦### 11c. Z⟧\n\n## 12. Twelve\n`,
      },
      message: '"11c. Z" has the number 11c, 11b was expected after 11a.',
      suggestion: '11b',
    },
    'an appendix left out': {
      files: { 'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\n## Appendix A: X\n\n⟦## Appendix C: Z⟧\n' },
      message: '"Appendix C: Z" has the number C, B was expected after A.',
      suggestion: 'B',
    },
    'the first appendix left out': {
      files: { 'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\n⟦## Appendix B: Z⟧\n' },
      message: '"Appendix B: Z" has the number B, A was expected.',
      suggestion: 'A',
    },
    'a decimal left out': {
      files: { 'g/a.md': '# A\n\n## 1. One\n\n### 1.1 X\n\n⟦### 1.3 Z⟧\n\n## 2. Two\n' },
      message: '"1.3 Z" has the number 1.3, 1.2 was expected after 1.1.',
      suggestion: '1.2',
    },
    'the first decimal left out': {
      files: { 'g/a.md': '# A\n\n## 1. One\n\n⟦### 1.2 Z⟧\n\n## 2. Two\n' },
      message: '"1.2 Z" has the number 1.2, 1.1 was expected.',
      suggestion: '1.1',
    },
    'a decimal of three levels left out': {
      files: {
        'g/a.md': `# A\n\n${parts(12)}### 12.1 X\n\n${Array.from({ length: 10 }, (_, i) => `#### 12.1.${i + 1} Part\n\n`).join('')}⟦#### 12.1.12 Z⟧\n\n## 13. Two\n`,
      },
      message: '"12.1.12 Z" has the number 12.1.12, 12.1.11 was expected after 12.1.10.',
      suggestion: '12.1.11',
    },
    'a whole number left out behind parts': {
      files: { 'g/a.md': `# A\n\n${parts(6)}### 7.1 Part\n\n⟦## 9. Nine⟧\n` },
      message: '"9. Nine" has the number 9, 8 was expected after 7.1.',
      suggestion: '8',
    },
  },
});
