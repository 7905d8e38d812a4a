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
    'too far for a fix': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nSet `⟦FL_PORT_NAMBOR⟧`; spec/01.\n',
      },
      message: 'FL_PORT_NAMBOR is neither a variable nor an attribute of this specification.',
      suggestion: 'FL_PORT_NUMBER (defined in spec/01-a.md, Section 1)',
    },
    'two names are as close': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE.replace(
          /(\| 1 \|)(.*)/,
          (row) => `${row}\n${row.replace('1', '2').replace('FL_PORT_N', 'FL_PARTS_N')}`,
        ),
        'spec/02-b.md': '# B\n\nSet `⟦FL_PORTS_NUMBER⟧`; spec/01.\n',
      },
      message: 'FL_PORTS_NUMBER is neither a variable nor an attribute of this specification.',
      suggestion: 'FL_PORT_NUMBER (defined in spec/01-a.md, Section 1)',
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
