import { ruleById } from '#specgraph';
import { TABLE, VARIABLES } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('undefined-variable')!, {
  good: {
    'defined, an attribute, a family': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE,
      'spec/02-b.md': '# B\n\n`FL_PORT_NUMBER`, FL_READY and `FL_*`, `FL_PORT_*`; spec/01.\n',
    },
    'not of the family of names': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE,
      'spec/02-b.md': '# B\n\n`HOME`, XFL_OTHER_THING; `FL_PORT_NUMBER` spec/01.\n',
    },
  },
  bad: {
    'in prose': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nSet `⟦FL_SOMETHING_ELSE⟧`; spec/01.\n',
      },
      message: 'FL_SOMETHING_ELSE is neither a variable nor an attribute of this specification.',
      suggestion: 'define it in its table, or list it as an attribute in the configuration',
    },
    'in a code block': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nspec/01\n\n```bash\necho "${⟦FL_SOMETHING_ELSE⟧}"\n```\n',
      },
      message: 'FL_SOMETHING_ELSE is neither a variable nor an attribute of this specification.',
      suggestion: 'define it in its table, or list it as an attribute in the configuration',
    },
  },
});
