import { ruleById } from '#specgraph';
import { FACETS_CONFIG, FACETS_DOCUMENT } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('incomplete-variable')!, {
  good: {
    'every facet is there': { 'spec/specgraph.config.json': FACETS_CONFIG, 'spec/01-a.md': FACETS_DOCUMENT },
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
    },
  },
});
