import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const HEAD = '# Relay\n\n## Start\n\nWords.\n\n';

ruleTest(ruleById('repeated-heading')!, {
  good: {
    'below two parents': {
      'g/a.md': `${HEAD}## One\n\n### Bug fixes\n\nA.\n\n## Two\n\n### Bug fixes\n\nB.\n`,
    },
    'a pattern of the document': {
      'g/a.md': `${HEAD}## An example\n\nA.\n\n## An example\n\nB.\n\n## An example\n\nC.\n`,
    },
    'two examples': { 'g/a.md': `${HEAD}## Example\n\nA.\n\n## Example\n\nB.\n` },
    'others between them': { 'g/a.md': `${HEAD}## The test\n\nA.\n\n## More\n\n## The test\n\nB.\n` },
    'a second title': { 'g/a.md': '# One\n\n## Calendar events\n\nDraft.\n\n## Calendar events\n\nWords.\n' },
  },
  bad: {
    'two sections of the same name': {
      files: { 'g/a.md': `${HEAD}## The test\n\nA.\n\n⟦## The test⟧\n\nB.\n` },
      message: 'The heading "The test" stands in line 7 already.',
      suggestion: 'remove one of them, or change its words',
      related: ['g/a.md:7 the first one'],
    },
    'a heading of one word directly below itself': {
      files: { 'g/a.md': `${HEAD}## Close\n\n⟦## Close⟧\n\nB.\n` },
      message: 'The heading "Close" stands in line 7 already.',
      suggestion: 'remove one of them, or change its words',
      related: ['g/a.md:7 the first one'],
    },
    'with sections below': {
      files: { 'g/a.md': `${HEAD}## The test\n\n### Part\n\nA.\n\n⟦## The test⟧\n\nB.\n` },
      message: 'The heading "The test" stands in line 7 already.',
      suggestion: 'remove one of them, or change its words',
      related: ['g/a.md:7 the first one'],
    },
  },
});
