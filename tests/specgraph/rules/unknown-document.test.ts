import { ruleById } from '#specgraph';
import { NUMBERED } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('unknown-document')!, {
  good: {
    'within the set': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n\nspec/02, Section 1.\n',
      'spec/02-b.md': '# B\n\nspec/01 and src/17.\n',
    },
  },
  bad: {
    'beyond it': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n\nSee ⟦spec/17⟧.\n',
        'spec/02-b.md': '# B\n\nspec/01.\n',
      },
      message: '"spec/17" is not a document of this set: the numbers run from 01 to 02.',
    },
  },
});
