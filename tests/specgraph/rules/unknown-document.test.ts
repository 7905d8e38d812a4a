import { ruleById } from '#specgraph';
import { NUMBERED } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

/** Accepted proposals: each third number; the first one names one that is not there. */
const proposals = (check: string, mention: string): Record<string, string> => ({
  'spec/specgraph.config.json': `{ "kinds": { "prop": { "documents": "PROP {n}"${check} } } }`,
  'spec/1.md': `# PROP 1: First\n\nIt replaces ${mention}.\n`,
  ...Object.fromEntries(
    Array.from({ length: 19 }, (_, i) => [`spec/${3 * i + 4}.md`, `# PROP ${3 * i + 4}: Later\n`]),
  ),
});

ruleTest(ruleById('unknown-document')!, {
  good: {
    'within the set': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n\nspec/02, Section 1.\n',
      'spec/02-b.md': '# B\n\nspec/01 and src/17.\n',
    },
    'a number that a collection of accepted proposals lacks': proposals('', 'PROP 5'),
  },
  bad: {
    'a number of a collection whose configuration asks for it': {
      files: proposals(', "check": ["undefined"]', '⟦PROP 5⟧'),
      message: '"PROP 5" is not a document of this set: the numbers run from 1 to 58.',
    },
    'beyond it': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n\nSee ⟦spec/17⟧.\n',
        'spec/02-b.md': '# B\n\nspec/01.\n',
      },
      message: '"spec/17" is not a document of this set: the numbers run from 01 to 02.',
    },
  },
});
