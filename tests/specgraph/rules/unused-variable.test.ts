import { ruleById } from '#specgraph';
import { TABLE, VARIABLES } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('unused-variable')!, {
  good: {
    'used elsewhere': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE,
      'spec/02-b.md': '# B\n\n`FL_PORT_NUMBER`; spec/01.\n',
    },
  },
  bad: {
    'named by its own document only': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE.replace('`FL_PORT_NUMBER`', '⟦`FL_PORT_NUMBER`⟧'),
        'spec/02-b.md': '# B\n\nspec/01.\n',
      },
      message: 'FL_PORT_NUMBER is defined here and named in no other document.',
      suggestion: 'say where it takes effect, or remove it',
    },
  },
});
