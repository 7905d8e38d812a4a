import { ruleById } from '#specgraph';
import { TABLE, VARIABLES } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('misspelled-variable')!, {
  good: {
    'spelled right': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE,
      'spec/02-b.md': '# B\n\n`FL_PORT_NUMBER`; spec/01.\n',
    },
  },
  bad: {
    'two letters swapped': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nSet `⟦FL_PROT_NUMBER⟧`; spec/01.\n',
      },
      message: 'FL_PROT_NUMBER is neither a variable nor an attribute of this specification.',
      suggestion: 'FL_PORT_NUMBER (defined in spec/01-a.md, Section 1)',
      fixed: '# B\n\nSet `FL_PORT_NUMBER`; spec/01.\n',
    },
    'an attribute': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nSet `⟦FL_REDY⟧`; spec/01.\n',
      },
      message: 'FL_REDY is neither a variable nor an attribute of this specification.',
      suggestion: 'FL_READY (an attribute)',
      fixed: '# B\n\nSet `FL_READY`; spec/01.\n',
    },
  },
});
