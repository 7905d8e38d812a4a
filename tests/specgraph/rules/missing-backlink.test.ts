import { ruleById } from '#specgraph';
import { config } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('missing-backlink')!, {
  good: {
    'it refers back, by name only': {
      'spec/specgraph.config.json': config({ buildsOn: [['02', '01']] }),
      'spec/01-a.md': '# A\n\nspec/02.\n',
      'spec/02-b.md': '# B\n\nspec/01.\n',
    },
    'a pair of which the set lacks one': {
      'spec/specgraph.config.json': config({
        buildsOn: [
          ['02', '09'],
          ['09', '01'],
        ],
      }),
      'spec/01-a.md': '# A\n',
      'spec/02-b.md': '# B\n\nspec/01.\n',
    },
    'no pairs': { 'spec/specgraph.config.json': config(), 'spec/01-a.md': '# A\n', 'spec/02-b.md': '# B\n' },
  },
  bad: {
    'it does not': {
      files: {
        'spec/specgraph.config.json': config({ buildsOn: [['02', '01']] }),
        'spec/01-a.md': '⟦# A⟧\n',
        'spec/02-b.md': '# B\n\nspec/01.\n',
      },
      message: 'spec/02-b.md builds on spec/01-a.md, which never refers to it.',
      suggestion: 'refer to spec/02-b.md where its subject begins',
    },
  },
});
