import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('suppression-without-reason')!, {
  good: {
    'a reason': { 'g/a.md': '<!-- specgraph-ignore broken-link: generated -->\n[x](nope-here.md)\n' },
  },
  bad: {
    none: {
      files: { 'g/a.md': '⟦<!-- specgraph-ignore broken-link -->⟧\n[x](nope-here.md)\n' },
      message: 'The comment silences broken-link and gives no reason.',
      suggestion: '<!-- specgraph-ignore broken-link: the reason -->',
    },
  },
});
