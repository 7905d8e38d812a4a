import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('duplicate-section-number')!, {
  good: {
    'letters that begin anew': { 'g/a.md': '# A\n\n## 1. One\n\n### a. X\n\n## 2. Two\n\n### a. Y\n' },
    'a changelog': { 'g/a.md': '# Log\n\n## 1.2.0\n\n## 1.1.0\n\n## 1.1.0\n' },
  },
  bad: {
    'the same number': {
      files: { 'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\n⟦## 2. Three⟧\n\n## 3. Four\n' },
      message: '"2. Three" has the number 2, which line 5 has already; references to it are ambiguous.',
      related: ['g/a.md:5 the first Section 2'],
    },
  },
});
