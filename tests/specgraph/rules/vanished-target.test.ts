import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const BEFORE =
  '# A\n\n## 1. Scope\n\nWhat it is.\n\n## 2. Pause\n\nTen seconds.\n\n## 3. Count\n\nNumbers. See Section 2.\n';

ruleTest(ruleById('vanished-target')!, {
  good: {
    'no revision to compare with': {
      'g/a.md': '# A\n\n## 1. Scope\n\nWhat it is. See Section 1.\n',
    },
    'a reference that was removed with its target': {
      'g/a.md': '# A\n\n## 1. Scope\n\nWhat it is.\n\n## 2. Count\n\nNumbers.\n',
      'before/g/a.md': BEFORE,
    },
  },
  bad: {
    'another section has the number now': {
      files: {
        'g/a.md': '# A\n\n## 1. Scope\n\nWhat it is.\n\n## 2. Count\n\nNumbers. See ⟦Section 2⟧.\n',
        'before/g/a.md': BEFORE,
      },
      message: 'Section 2 was "Pause" at the base revision, which was removed; Section 2 is "Count" now.',
    },
  },
});
