import { ruleById } from '#specgraph';
import { TABLE, VARIABLES } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('conflicting-definition')!, {
  good: {
    'the same default, type, rule': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE,
      'spec/02-b.md': '# B\n\nspec/01.\n\n| Variable | Default |\n|---|---|\n| `FL_PORT_NUMBER` | `9092` |\n',
    },
    'another column': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE,
      'spec/02-b.md':
        '# B\n\nspec/01.\n\n| Variable | Template value |\n|---|---|\n| `FL_PORT_NUMBER` | `9999` |\n',
    },
    'several names in a cell': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE,
      'spec/02-b.md':
        '# B\n\nspec/01.\n\n| Variable | Default |\n|---|---|\n| `FL_PORT_NUMBER`, `FL_HOST_NAME` | 1 |\n',
    },
  },
  bad: {
    'another default': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md':
          '# B\n\nspec/01.\n\n| Variable | Default |\n|---|---|\n| `FL_PORT_NUMBER` | ⟦`9093`⟧ |\n',
      },
      message: 'FL_PORT_NUMBER has the default 9093 here and 9092 in spec/01-a.md, Section 1, which owns it.',
      suggestion: '9092',
    },
    'another type': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nspec/01.\n\n| Variable | Type |\n|---|---|\n| `FL_PORT_NUMBER` | ⟦text⟧ |\n',
      },
      message: 'FL_PORT_NUMBER has the type text here and number in spec/01-a.md, Section 1, which owns it.',
      suggestion: 'number',
    },
    'another rule': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md':
          '# B\n\nspec/01.\n\n| Variable | Validation |\n|---|---|\n| `FL_PORT_NUMBER` | ⟦above 1024⟧ |\n',
      },
      message:
        'FL_PORT_NUMBER has the validation rule above 1024 here and 1-65535 in spec/01-a.md, Section 1, which owns it.',
      suggestion: '1-65535',
    },
    'another USER_INPUT in a template': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nspec/01.\n\n```json\n{ "FL_PORT_NUMBER": "⟦O|number|Port||9093⟧" }\n```\n',
      },
      message:
        'FL_PORT_NUMBER has the USER_INPUT O|number|Port||9093 here and O|number|Port||9092 in spec/01-a.md, Section 1, which owns it.',
      suggestion: 'O|number|Port||9092',
    },
    'its own row disagrees': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE.replace('| number | `9092` |', '| number | ⟦`9094`⟧ |'),
        'spec/02-b.md': '# B\n\n`FL_PORT_NUMBER`; spec/01.\n',
      },
      message: 'FL_PORT_NUMBER has the default 9094 here and 9092 in the USER_INPUT of the same row.',
      suggestion: 'make both 9092 or both 9094',
    },
  },
});
