import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const BEFORE =
  '# A\n\n## 1. Scope\n\nWhat it is.\n\n## 2. Pause\n\nTen seconds.\n\n## 3. Count\n\nNumbers. See Section 2.\n';
const now = (reference: string): string =>
  `# A\n\n## 1. Scope\n\nWhat it is.\n\n## 2. Terms\n\nWords.\n\n## 3. Pause\n\nTen seconds.\n\n## 4. Count\n\nNumbers. See ${reference}.\n`;

const range = (inside: string): string =>
  `# A\n\nSections 1 through 5 hold.\n\n## 1. A\n\nOne.\n\n## 2. B\n\nTwo.\n\n${inside}## 5. E\n\nFour.\n`;
ruleTest(ruleById('moved-target')!, {
  good: {
    'no revision to compare with': { 'g/a.md': now('Section 2') },
    'the reference has followed': { 'g/a.md': now('Section 3'), 'before/g/a.md': BEFORE },
    'a range in which sections come into being': {
      'g/a.md': range('## 3. C\n\nFive.\n\n## 4. D\n\nSix.\n\n'),
      'before/g/a.md': range(''),
    },
  },
  bad: {
    'the number names the section that took the place': {
      files: { 'g/a.md': now('⟦Section 2⟧'), 'before/g/a.md': BEFORE },
      message: 'Section 2 was "Pause" at the base revision and is "Terms" now; "Pause" is Section 3 now.',
      suggestion: 'Section 3',
      fixed: now('Section 3'),
      related: ['g/a.md:11 "Pause"'],
    },
  },
});
