import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('undefined-link-reference')!, {
  good: {
    'a defined label, in any case': {
      'g/a.md': '[x][Label]\n\n[label]: b.md\n',
      'g/b.md': '# B\n\n## Limits\n\n## Limits\n',
    },
    'indexes and code': { 'g/a.md': 'Take a[0][1] and `[x][label]`; footnote[^1].\n\n[^1]: here\n' },
  },
  bad: {
    'no definition': {
      files: { 'g/a.md': 'See ⟦[x][label]⟧ here.\n' },
      message: 'The label "[label]" is not defined in this document, so the brackets show as text.',
      suggestion: 'add "[label]: …" or write the destination in parentheses',
    },
    'a footnote': {
      files: { 'g/a.md': 'It is so.⟦[^note]⟧ And so.[^1]\n\n[^1]: here\n' },
      message: 'The footnote "[^note]" is not defined in this document, so the brackets show as text.',
      suggestion: 'add "[^note]: …"',
    },
  },
});
