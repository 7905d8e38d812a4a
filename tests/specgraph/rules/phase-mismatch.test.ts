import { ruleById } from '#specgraph';
import { PHASES } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('phase-mismatch')!, {
  good: {
    'the same, later updated': {
      'spec/specgraph.config.json': PHASES,
      'spec/01-a.md':
        '# A\n\n**Phase:** 01 - Base\\\n**Status:** Specification\n\n---\n\nText.\n\n---\n\n*About: A*\\\n*Phase: 01 - Base (updated Phase 2)*\\\n*Version: 1.0*\n',
    },
  },
  bad: {
    'another phase': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md':
          '# A\n\n**Phase:** 01 - Base\\\n**Status:** Specification\n\n---\n\nText.\n\n---\n\n*About: A*\\\n⟦*Phase: 02 - Monitoring*⟧\\\n*Version: 1.0*\n',
      },
      message: 'The footer names Phase 2, the header Phase 1.',
    },
    'another name': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md':
          '# A\n\n**Phase:** 01 - Base\\\n**Status:** Specification\n\n---\n\nText.\n\n---\n\n*About: A*\\\n⟦*Phase: 01 - Basis*⟧\\\n*Version: 1.0*\n',
      },
      message: 'Phase 1 is called "Basis" here; its name is "Base".',
      suggestion: 'Base',
    },
  },
});
