import { ruleById } from '#specgraph';
import { PHASES } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('unknown-phase')!, {
  good: {
    'known, and lower case': {
      'spec/specgraph.config.json': PHASES,
      'spec/01-a.md': '# A\n\nPhases 1 and 2; the third phase 9.\n',
    },
  },
  bad: {
    'in prose': {
      files: { 'spec/specgraph.config.json': PHASES, 'spec/01-a.md': '# A\n\nAdded in ⟦Phase 5⟧.\n' },
      message: '"Phase 5" names a phase that does not exist: the phases run from 1 to 2.',
    },
  },
});
