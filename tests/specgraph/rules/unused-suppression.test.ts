import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('unused-suppression')!, {
  good: {
    'it silences something': {
      'g/a.md': '<!-- specgraph-ignore broken-link: generated -->\n[x](nope-here.md)\n',
    },
  },
  bad: {
    'nothing below it': {
      files: { 'g/a.md': '⟦<!-- specgraph-ignore broken-link: generated -->⟧\nText.\n' },
      message: 'The comment silences broken-link, but there is no such finding below it.',
      suggestion: 'remove the comment',
      fixed: '\nText.\n',
    },
    'the finding is not in the next block': {
      files: { 'g/a.md': '⟦<!-- specgraph-ignore broken-link: generated -->⟧\nText.\n\n[x](nope-here.md)\n' },
      message: 'The comment silences broken-link, but there is no such finding below it.',
      suggestion: 'remove the comment',
      fixed: '\nText.\n\n[x](nope-here.md)\n',
    },
  },
});
