import { ruleById } from '#specgraph';
import { TABLE, VARIABLES } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('variable-numbering')!, {
  good: {
    '1, 2 and an uncounted row': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE.replace(
        '\n\n## 2',
        '\n| 2 | `FL_HOST_NAME` | | text | | |\n| -- | `FL_EXTRA_NAME` | | text | |\n\n## 2',
      ),
      'spec/02-b.md': '# B\n\n`FL_PORT_NUMBER` `FL_HOST_NAME` `FL_EXTRA_NAME`; spec/01.\n',
    },
    'a cell of the number column that is not a number': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE.replace(
        '\n\n## 2',
        '\n| 7b | `FL_HOST_NAME` | | text | | |\n| b7 | `FL_EXTRA_NAME` | | text | |\n\n## 2',
      ),
      'spec/02-b.md': '# B\n\n`FL_PORT_NUMBER` `FL_HOST_NAME` `FL_EXTRA_NAME`; spec/01.\n',
    },
    'the same table in another document': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE,
      'spec/02-b.md':
        '# B\n\nspec/01.\n\n## 1. Uses\n\n| # | Variable |\n|---|---|\n| 3 | `FL_PORT_NUMBER` |\n\n## 2. End\n',
    },
  },
  bad: {
    'a gap': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE.replace('\n\n## 2', '\n| ⟦3⟧ | `FL_HOST_NAME` | | text | | |\n\n## 2'),
        'spec/02-b.md': '# B\n\nspec/01.\n',
      },
      message: 'FL_HOST_NAME has the number 3 in the table of Section 1; 2 was expected.',
      suggestion: '2',
    },
    'a number with two digits': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE.replace('\n\n## 2', '\n| ⟦12⟧ | `FL_HOST_NAME` | | text | | |\n\n## 2'),
        'spec/02-b.md': '# B\n\nspec/01.\n',
      },
      message: 'FL_HOST_NAME has the number 12 in the table of Section 1; 2 was expected.',
      suggestion: '2',
    },
  },
});
