import { invalidUserInput } from '#profiles/opennebula/rules/invalid-user-input';
import { TABLE, VARIABLES } from '../../../helpers/configs.ts';
import { ruleTest } from '../../../helpers/rule-test.ts';

ruleTest(invalidUserInput, {
  good: {
    'every type': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE,
      'spec/02-b.md':
        '# B\n\nspec/01.\n\n```ini\nFL_PORT_NUMBER = "O|number|P||1"\nFL_PORT_NUMBER = "M|list|P|a,b|a"\nFL_PORT_NUMBER = "O|boolean|P||YES"\nFL_PORT_NUMBER = "O|range|P|1..5|3"\nFL_PORT_NUMBER = "O|text64|P"\nFL_PORT_NUMBER = "O|number-float|P||0.5"\n```\n',
    },
  },
  bad: {
    'the flag': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nspec/01.\n\n```ini\nFL_PORT_NUMBER = "⟦X|number|P||1⟧"\n```\n',
      },
      message: 'The USER_INPUT of FL_PORT_NUMBER has the flag "X"; expected: M (mandatory) or O (optional).',
    },
    'the default of a list': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nspec/01.\n\n```ini\nFL_PORT_NUMBER = "⟦O|list|P|a,b|c⟧"\n```\n',
      },
      message: 'The USER_INPUT of FL_PORT_NUMBER has the default "c"; expected: one of a, b.',
    },
    'the default of a number': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nspec/01.\n\n```ini\nFL_PORT_NUMBER = "⟦O|number|P||many⟧"\n```\n',
      },
      message: 'The USER_INPUT of FL_PORT_NUMBER has the default "many"; expected: an integer.',
    },
    'a range': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nspec/01.\n\n```ini\nFL_PORT_NUMBER = "⟦O|range|P|5|3⟧"\n```\n',
      },
      message: 'The USER_INPUT of FL_PORT_NUMBER has the options "5"; expected: a range min..max.',
    },
    'a boolean': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nspec/01.\n\n```ini\nFL_PORT_NUMBER = "⟦O|boolean|P||yes⟧"\n```\n',
      },
      message: 'The USER_INPUT of FL_PORT_NUMBER has the default "yes"; expected: YES or NO.',
    },
    'the type': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nspec/01.\n\n```ini\nFL_PORT_NUMBER = "⟦O|nmber|P||1⟧"\n```\n',
      },
      message:
        'The USER_INPUT of FL_PORT_NUMBER has the type "nmber"; expected: one of text, text64, password, number, number-float, range, range-float, list, list-multiple, boolean, fixed.',
    },

    'a part too many': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nspec/01.\n\n```ini\nFL_PORT_NUMBER = "⟦O|text|P||1|x⟧"\n```\n',
      },
      message: 'The USER_INPUT of FL_PORT_NUMBER has the sixth part "x"; expected: at most five parts.',
    },
  },
});
