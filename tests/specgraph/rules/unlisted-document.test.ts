import { ruleById } from '#specgraph';
import { OVERVIEW } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('unlisted-document')!, {
  good: {
    'all listed': {
      'spec/specgraph.config.json': OVERVIEW,
      'spec/00-o.md':
        '# O\n\n## 1. Documents\n\n| Document |\n|---|\n| [`spec/01-a.md`](01-a.md) |\n\n## 2. Order\n\nRead [`spec/02-b.md`](02-b.md).\n',
      'spec/01-a.md': '# A\n\nspec/00.\n',
    },
  },
  bad: {
    'linked, but in no table': {
      files: {
        'spec/specgraph.config.json': OVERVIEW,
        'spec/00-o.md':
          '# O\n\n⟦## 1. Documents⟧\n\n| Document |\n|---|\n| [`spec/01-a.md`](01-a.md) |\n\n## 2. Order\n\nRead [`spec/02-b.md`](02-b.md).\n',
        'spec/01-a.md': '# A\n\nspec/00.\n',
        'spec/02-b.md': '# B\n',
      },
      message: 'spec/02-b.md ("B") is missing from the tables of spec/00-o.md, Section 1.',
      suggestion: 'add a row with a link to spec/02-b.md',
    },
  },
});
