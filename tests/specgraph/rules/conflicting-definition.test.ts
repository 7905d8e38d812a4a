import { ruleById } from '#specgraph';
import { OPTIONS_TABLE, TABLE, VARIABLES, variablesConfig } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

/** Another default in Section 2 of spec/02, which the configuration allows there. */
const OVERRIDES = (change: { sections?: string[]; names?: string[]; fields?: 'type'[] } = {}): string =>
  variablesConfig({
    overrides: [
      {
        document: '02',
        sections: ['2'],
        names: ['FL_PORT_NUMBER'],
        fields: ['default'],
        reason: 'a test',
        ...change,
      },
    ],
  });
const OVERRIDDEN =
  '# B\n\nspec/01.\n\n## 1. One\n\n## 2. Two\n\n### 2a. Part\n\n| Variable | Default |\n|---|---|\n| `FL_PORT_NUMBER` | `9093` |\n';
const MARKED = OVERRIDDEN.replace('`9093`', '⟦`9093`⟧');
const CONFLICT =
  'FL_PORT_NUMBER has the default 9093 here and 9092 in spec/01-a.md, Section 1, which owns it.';
const OWNER = 'spec/01-a.md:9 the owning row';

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
    'the same options, spaced otherwise': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': OPTIONS_TABLE,
      'spec/02-b.md':
        '# B\n\nspec/01.\n\n| Variable | Options |\n|---|---|\n| `FL_MODE_NAME` | fast , slow |\n',
    },
    'a USER_INPUT that breaks the grammar belongs to another rule': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE,
      'spec/02-b.md': '# B\n\nspec/01.\n\n```ini\nFL_PORT_NUMBER = "X|number|Port||9092"\n```\n',
    },
    'so does one of the owner': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE.replace(String.raw`O\|number`, String.raw`X\|number`).replace(
        '`9092` |',
        '`9094` |',
      ),
      'spec/02-b.md': '# B\n\nspec/01.\n\n```ini\nFL_PORT_NUMBER = "O|number|Port||9092"\n```\n',
    },
    'a row without USER_INPUT': {
      'spec/specgraph.config.json': VARIABLES,
      'spec/01-a.md': TABLE.replace(/`O[^`]*`/, ''),
      'spec/02-b.md': '# B\n\n`FL_PORT_NUMBER`; spec/01.\n',
    },
    'one of two definitions': {
      'spec/specgraph.config.json': variablesConfig({
        definitions: [
          { document: '01', section: '1', group: 'Parameters', components: ['Server'] },
          { document: '01', section: '2', group: 'Parameters', components: ['Client'] },
        ],
      }),
      'spec/01-a.md': TABLE.replace(
        'As listed.',
        '| # | Variable | Default |\n|---|---|---|\n| 1 | `FL_PORT_NUMBER` | `9093` |',
      ),
      'spec/02-b.md': '# B\n\nspec/01.\n\n| Variable | Default |\n|---|---|\n| `FL_PORT_NUMBER` | `9093` |\n',
    },
    'a difference that the configuration allows': {
      'spec/specgraph.config.json': OVERRIDES(),
      'spec/01-a.md': TABLE,
      'spec/02-b.md': OVERRIDDEN,
    },
  },
  bad: {
    'the definition, where all other places agree': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE.replace('`9092` |', '⟦`9094`⟧ |')
          .replace('||9092', '||9094')
          .replace(String.raw`\|\|9092`, String.raw`\|\|9094`),
        'spec/02-b.md':
          '# B\n\nspec/01.\n\n| Variable | Default |\n|---|---|\n| `FL_PORT_NUMBER` | `9092` |\n',
        'spec/03-c.md':
          '# C\n\nspec/01.\n\n| Variable | Default |\n|---|---|\n| `FL_PORT_NUMBER` | `9092` |\n',
      },
      message: 'FL_PORT_NUMBER has the default 9094 here and 9092 in the 2 other places that state it.',
      suggestion: '9092',
      related: ['spec/02-b.md:7 9092'],
    },
    'another default': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md':
          '# B\n\nspec/01.\n\n| Variable | Default |\n|---|---|\n| `FL_PORT_NUMBER` | ⟦`9093`⟧ |\n',
      },
      message: 'FL_PORT_NUMBER has the default 9093 here and 9092 in spec/01-a.md, Section 1, which owns it.',
      suggestion: '9092',
      related: ['spec/01-a.md:9 the owning row'],
    },
    'another type': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nspec/01.\n\n| Variable | Type |\n|---|---|\n| `FL_PORT_NUMBER` | ⟦text⟧ |\n',
      },
      message: 'FL_PORT_NUMBER has the type text here and number in spec/01-a.md, Section 1, which owns it.',
      suggestion: 'number',
      related: ['spec/01-a.md:9 the owning row'],
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
      related: ['spec/01-a.md:9 the owning row'],
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
      related: ['spec/01-a.md:9 the owning row'],
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
    'other options': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': OPTIONS_TABLE,
        'spec/02-b.md':
          '# B\n\nspec/01.\n\n| Variable | Options |\n|---|---|\n| `FL_MODE_NAME` | ⟦fast, exact⟧ |\n',
      },
      message:
        'FL_MODE_NAME has the options fast, exact here and fast,slow in spec/01-a.md, Section 1, which owns it.',
      suggestion: 'fast,slow',
      related: ['spec/01-a.md:9 the owning row'],
    },
    'another default, on the line that the owning row has in its own document': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE,
        'spec/02-b.md':
          '# B\n\nspec/01.\n\n\n\n| Variable | Default |\n|---|---|\n| `FL_PORT_NUMBER` | ⟦`9093`⟧ |\n',
      },
      message: CONFLICT,
      suggestion: '9092',
      related: [OWNER],
    },
    'another default, elsewhere in the owning document': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE.replace(
          'As listed.',
          '| Variable | Default |\n|---|---|\n| `FL_PORT_NUMBER` | ⟦`9093`⟧ |',
        ),
        'spec/02-b.md': '# B\n\n`FL_PORT_NUMBER`; spec/01.\n',
      },
      message: CONFLICT,
      suggestion: '9092',
      related: [OWNER],
    },
    'a default where the owner has none': {
      files: {
        'spec/specgraph.config.json': VARIABLES,
        'spec/01-a.md': TABLE.replace('`9092` |', ' |').replace(/`O[^`]*`/, ''),
        'spec/02-b.md':
          '# B\n\nspec/01.\n\n| Variable | Default |\n|---|---|\n| `FL_PORT_NUMBER` | ⟦`9093`⟧ |\n',
      },
      message:
        'FL_PORT_NUMBER has the default 9093 here and (empty) in spec/01-a.md, Section 1, which owns it.',
      related: [OWNER],
    },
    'a difference that the configuration allows in another section': {
      files: {
        'spec/specgraph.config.json': OVERRIDES({ sections: ['1'] }),
        'spec/01-a.md': TABLE,
        'spec/02-b.md': MARKED,
      },
      message: CONFLICT,
      suggestion: '9092',
      related: [OWNER],
    },
    'a difference that it allows another variable': {
      files: {
        'spec/specgraph.config.json': OVERRIDES({ names: ['FL_HOST_NAME'] }),
        'spec/01-a.md': TABLE,
        'spec/02-b.md': MARKED,
      },
      message: CONFLICT,
      suggestion: '9092',
      related: [OWNER],
    },
    'a difference that it allows in the type only': {
      files: {
        'spec/specgraph.config.json': OVERRIDES({ fields: ['type'] }),
        'spec/01-a.md': TABLE,
        'spec/02-b.md': MARKED,
      },
      message: CONFLICT,
      suggestion: '9092',
      related: [OWNER],
    },
    'a difference that it allows in another document': {
      files: {
        'spec/specgraph.config.json': OVERRIDES(),
        'spec/01-a.md': TABLE,
        'spec/02-b.md': '# B\n\nspec/01, spec/03.\n\n## 2. Two\n',
        'spec/03-c.md': MARKED.replace('# B', '# C'),
      },
      message: CONFLICT,
      suggestion: '9092',
      related: [OWNER],
    },
  },
});
