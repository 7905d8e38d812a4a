import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('empty-link')!, {
  good: {
    'the top of the page': { 'g/a.md': '[x](#) [y](#top)\n' },
  },
  bad: {
    'a link': {
      files: { 'g/a.md': 'See ⟦[x]()⟧.\n' },
      message: 'The link "x" has no destination.',
    },
    'an image': {
      files: { 'g/a.md': 'See ⟦![x]()⟧.\n' },
      message: 'The image "x" has no destination.',
    },
  },
});
