import { ruleById } from '#specgraph';
import { FACETS_CONFIG, FACETS_DOCUMENT, variablesConfig } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

/** A USER_INPUT block must stand in Section 1 of spec/02 as well. */
const TWO_BLOCKS = FACETS_CONFIG.replace(
  '"userInput":[{"document":"01","section":"1"}]',
  '"userInput":[{"document":"01","section":"1"},{"document":"02","section":"1"}]',
);
/** The client has its parameters in Section 1 of spec/02. */
const TWO_APPLIANCES = FACETS_CONFIG.replace(
  '"appliance":[{',
  '"appliance":[{"component":"Client","document":"02","section":"1"},{',
);
const BLOCK = '```ini\nFL_PORT_NUMBER = "O|number|Port||9092"\n```\n';

ruleTest(ruleById('incomplete-variable')!, {
  good: {
    'a section that the set lacks is a mistake of the configuration': {
      'spec/specgraph.config.json': FACETS_CONFIG.replace(
        '"matrix":[{"document":"01","section":"3"}]',
        '"matrix":[{"document":"09","section":"3"}]',
      ),
      'spec/01-a.md': FACETS_DOCUMENT,
      'spec/02-b.md': '# B\n\n`FL_PORT_NUMBER`; spec/01.\n',
    },
    'every facet is there': { 'spec/specgraph.config.json': FACETS_CONFIG, 'spec/01-a.md': FACETS_DOCUMENT },
    'a block in both sections': {
      'spec/specgraph.config.json': TWO_BLOCKS,
      'spec/01-a.md': FACETS_DOCUMENT,
      'spec/02-b.md': `# B\n\nspec/01.\n\n## 1. One\n\n${BLOCK}\n## 2. Two\n`,
    },
    'an appliance that lacks the variable': {
      'spec/specgraph.config.json': TWO_APPLIANCES,
      'spec/01-a.md': FACETS_DOCUMENT,
      'spec/02-b.md': '# B\n\n`FL_PORT_NUMBER`; spec/01.\n\n## 1. One\n\n## 2. Two\n',
    },
    'no facets are configured': {
      'spec/specgraph.config.json': variablesConfig(),
      'spec/01-a.md': FACETS_DOCUMENT,
    },
  },
  bad: {
    'no validation rule': {
      files: {
        'spec/specgraph.config.json': FACETS_CONFIG,
        'spec/01-a.md': FACETS_DOCUMENT.replace('| `FL_PORT_NUMBER` | 1-65535 |\n', '').replace(
          '## 2. Validation',
          '⟦## 2. Validation⟧',
        ),
      },
      message:
        'FL_PORT_NUMBER (Server) has 4 of its 5 facets: no validation rule in spec/01-a.md, Section 2.',
      suggestion: 'add a rule there (1-65535)',
      related: ['spec/01-a.md:9 FL_PORT_NUMBER is defined here'],
    },
    'no USER_INPUT line': {
      files: {
        'spec/specgraph.config.json': FACETS_CONFIG,
        'spec/01-a.md': FACETS_DOCUMENT.replace('FL_PORT_NUMBER = ', 'PORT = ').replace(
          '## 1. Parameters',
          '⟦## 1. Parameters⟧',
        ),
      },
      message:
        'FL_PORT_NUMBER (Server) has 4 of its 5 facets: no USER_INPUT block in spec/01-a.md, Section 1.',
      suggestion: 'add FL_PORT_NUMBER = "O|number|Port||9092"',
      related: ['spec/01-a.md:9 FL_PORT_NUMBER is defined here'],
    },
    'no matrix row': {
      files: {
        'spec/specgraph.config.json': FACETS_CONFIG,
        'spec/01-a.md': FACETS_DOCUMENT.replace('| `FL_PORT_NUMBER` | Y |\n', '').replace(
          '## 3. Matrix',
          '⟦## 3. Matrix⟧',
        ),
      },
      message:
        'FL_PORT_NUMBER (Server) has 4 of its 5 facets: no cross-reference matrix row in spec/01-a.md, Section 3.',
      suggestion: 'add a cross-reference matrix row there',
      related: ['spec/01-a.md:9 FL_PORT_NUMBER is defined here'],
    },
    'no row of the appliance': {
      files: {
        'spec/specgraph.config.json': FACETS_CONFIG,
        'spec/01-a.md': FACETS_DOCUMENT.replace('| `FL_PORT_NUMBER` | --port |\n', '').replace(
          '## 4. Flags',
          '⟦## 4. Flags⟧',
        ),
      },
      message:
        'FL_PORT_NUMBER (Server) has 4 of its 5 facets: no appliance parameter table in spec/01-a.md, Section 4.',
      suggestion: 'add an appliance parameter table there',
      related: ['spec/01-a.md:9 FL_PORT_NUMBER is defined here'],
    },
    'a USER_INPUT line after its section': {
      files: {
        'spec/specgraph.config.json': FACETS_CONFIG,
        'spec/01-a.md':
          FACETS_DOCUMENT.replace('FL_PORT_NUMBER = ', 'PORT = ').replace(
            '## 1. Parameters',
            '⟦## 1. Parameters⟧',
          ) + '\n```ini\nFL_PORT_NUMBER = "O|number|Port||9092"\n```\n',
      },
      message:
        'FL_PORT_NUMBER (Server) has 4 of its 5 facets: no USER_INPUT block in spec/01-a.md, Section 1.',
      suggestion: 'add FL_PORT_NUMBER = "O|number|Port||9092"',
      related: ['spec/01-a.md:9 FL_PORT_NUMBER is defined here'],
    },
    'a USER_INPUT line before its section': {
      files: {
        'spec/specgraph.config.json': FACETS_CONFIG,
        'spec/01-a.md': FACETS_DOCUMENT.replace('FL_PORT_NUMBER = ', 'PORT = ').replace(
          '## 1. Parameters',
          '```ini\nFL_PORT_NUMBER = "O|number|Port||9092"\n```\n\n⟦## 1. Parameters⟧',
        ),
      },
      message:
        'FL_PORT_NUMBER (Server) has 4 of its 5 facets: no USER_INPUT block in spec/01-a.md, Section 1.',
      suggestion: 'add FL_PORT_NUMBER = "O|number|Port||9092"',
      related: ['spec/01-a.md:13 FL_PORT_NUMBER is defined here'],
    },
    'a USER_INPUT line in another document': {
      files: {
        'spec/specgraph.config.json': FACETS_CONFIG,
        'spec/01-a.md': FACETS_DOCUMENT.replace('FL_PORT_NUMBER = ', 'PORT = ').replace(
          '## 1. Parameters',
          '⟦## 1. Parameters⟧',
        ),
        'spec/02-b.md': '# B\n\nspec/01.\n\n\n\n\n\n```ini\nFL_PORT_NUMBER = "O|number|Port||9092"\n```\n',
      },
      message:
        'FL_PORT_NUMBER (Server) has 4 of its 5 facets: no USER_INPUT block in spec/01-a.md, Section 1.',
      suggestion: 'add FL_PORT_NUMBER = "O|number|Port||9092"',
      related: ['spec/01-a.md:9 FL_PORT_NUMBER is defined here'],
    },
    'a block in one of two sections': {
      files: {
        'spec/specgraph.config.json': TWO_BLOCKS,
        'spec/01-a.md': FACETS_DOCUMENT,
        'spec/02-b.md': '# B\n\n`FL_PORT_NUMBER`; spec/01.\n\n⟦## 1. One⟧\n\n## 2. Two\n',
      },
      message:
        'FL_PORT_NUMBER (Server) has 4 of its 5 facets: no USER_INPUT block in spec/02-b.md, Section 1.',
      suggestion: 'add FL_PORT_NUMBER = "O|number|Port||9092"',
      related: ['spec/01-a.md:9 FL_PORT_NUMBER is defined here'],
    },
    'a row in one of two appliances': {
      files: {
        'spec/specgraph.config.json': TWO_APPLIANCES.replace(
          '"components":["Server"]',
          '"components":["Server","Client"]',
        ),
        'spec/01-a.md': FACETS_DOCUMENT,
        'spec/02-b.md': '# B\n\n`FL_PORT_NUMBER`; spec/01.\n\n⟦## 1. One⟧\n\n## 2. Two\n',
      },
      message:
        'FL_PORT_NUMBER (Server, Client) has 4 of its 5 facets: no appliance parameter table in spec/02-b.md, Section 1.',
      suggestion: 'add an appliance parameter table there',
      related: ['spec/01-a.md:9 FL_PORT_NUMBER is defined here'],
    },
  },
});
