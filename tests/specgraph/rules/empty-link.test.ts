import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('empty-link')!, {
  good: {
    'an anchor for a generator': { 'g/a.md': '[](){ #retries }\n\n[](){: #limits }\n' },
    'the top of the page': { 'g/a.md': '[x](#) [y](#top)\n' },
  },
  bad: {
    'a link': {
      files: { 'g/a.md': 'See ⟦[x]()⟧.\n' },
      message: 'The link "x" has no destination.',
    },
    'no words and no anchor': {
      files: { 'g/a.md': 'See ⟦[]()⟧ { #x }.\n' },
      message: 'The link "" has no destination.',
    },
    'an image': {
      files: { 'g/a.md': 'See ⟦![x]()⟧.\n' },
      message: 'The image "x" has no destination.',
    },
  },
});
