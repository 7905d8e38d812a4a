import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const document = (last: string, uses = 3): Record<string, string> => ({
  'g/a.md': `# A\n\n${'It is `json`, `text` or `xml`.\n\n'.repeat(uses)}${last}\n`,
});
const found = {
  message: 'The list "json, text or yaml" has yaml; 3 other lists of the same options have xml there.',
  suggestion: 'json, text or xml',
  related: ['g/a.md:3 json, text or xml'],
};

ruleTest(ruleById('conflicting-options')!, {
  good: {
    'another order and other capitals': document('It is `XML`, `JSON` or `Text`.'),
    'two other options': document('It is `json`, `toml` or `yaml`.'),
    'fewer of them': document('Here only `json` or `text` will do.'),
    'a list that two places have': document(
      'It is `json`, `text` or `yaml`.\n\nIt is `json`, `text` or `yaml`.',
    ),
    'too few uses': document('It is `json`, `text` or `yaml`.', 2),
    'a list of all valid options': document('Valid options are `json`, `text`, `xml`.'),
    'a list that defines no value': document('He reads `json`, `text` or `yaml` there.'),
    'a sum and no choice': document('Those are `json`, `text` and `yaml`.'),
  },
  bad: {
    'in a sentence': { files: document('It is `⟦json`, `text` or `yaml⟧`.'), ...found },
    'in a row': { files: document('| A | B |\n|---|---|\n| f | `⟦json`, `text` or `yaml⟧` |'), ...found },
    'without marks': { files: document('It must be ⟦json, text or yaml⟧.'), ...found },
    'one left out of all': {
      files: document('Valid options: `⟦json`, `text⟧`.'),
      message: 'The list "json, text" lacks xml; 3 other lists of the same options list it.',
      suggestion: 'json, text or xml',
      related: ['g/a.md:3 json, text or xml'],
    },
  },
});
