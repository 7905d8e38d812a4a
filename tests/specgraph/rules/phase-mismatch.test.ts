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
    'words that begin as no name of a phase': {
      'spec/specgraph.config.json': PHASES,
      'spec/01-a.md':
        '# A\n\n**Phase:** 01 - Base\\\n**Status:** S\n\n---\n\nThe base for monitoring (Phase 1), a port for monitoring (Phase 1).\n\n---\n\n*About: A*\\\n*Phase: 01 - Base*\\\n*Version: 1.0*\n',
    },
    'a document without a number': {
      'spec/specgraph.config.json': PHASES,
      'spec/01-a.md':
        '# A\n\n**Phase:** 01 - Base\\\n**Status:** S\n\n---\n\nText.\n\n---\n\n*About: A*\\\n*Phase: 01 - Base*\\\n*Version: 1.0*\n',
      'spec/notes.md': '# N\n',
    },
    'wide spaces': {
      'spec/specgraph.config.json': PHASES,
      'spec/01-a.md':
        '# A\n\n**Phase:** 01  -  Base (first)\\\n**Status:** S\n\n---\n\nText.\n\n---\n\n*About: A*\\\n*Phase: 01 - Base, updated*\\\n*Version: 1.0*\n',
    },
  },
  bad: {
    'beside the name of another phase': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md':
          '# A\n\n**Phase:** 01 - Base\\\n**Status:** S\n\n---\n\n**Monitoring stack (⟦Phase 1⟧):** text.\n\n---\n\n*About: A*\\\n*Phase: 01 - Base*\\\n*Version: 1.0*\n',
      },
      message: '"Monitoring stack" is of Phase 2, "Monitoring"; Phase 1 is "Base".',
      suggestion: 'Phase 2',
    },
    'beside the link to a document': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md':
          '# A\n\n**Phase:** 01 - Base\\\n**Status:** S\n\n---\n\nRead [A](01-a.md) (Phase 1), then ⟦Phase 2⟧: [A](01-a.md).\n\n---\n\n*About: A*\\\n*Phase: 01 - Base*\\\n*Version: 1.0*\n',
      },
      message: 'spec/01-a.md stands beside Phase 2; its header names Phase 1.',
      suggestion: 'Phase 1',
      related: ['spec/01-a.md:3 the header'],
    },
    'behind the sections of a document': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md':
          '# A\n\n**Phase:** 01 - Base\\\n**Status:** S\n\n---\n\nRead [A](01-a.md), Sections 1-2 (⟦Phase 2⟧).\n\n---\n\n*About: A*\\\n*Phase: 01 - Base*\\\n*Version: 1.0*\n',
      },
      message: 'spec/01-a.md stands beside Phase 2; its header names Phase 1.',
      suggestion: 'Phase 1',
      related: ['spec/01-a.md:3 the header'],
    },
    'another phase': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md':
          '# A\n\n**Phase:** 01 - Base\\\n**Status:** Specification\n\n---\n\nText.\n\n---\n\n*About: A*\\\n⟦*Phase: 02 - Monitoring*⟧\\\n*Version: 1.0*\n',
      },
      message: 'The footer names Phase 2, the header Phase 1.',
      related: ['spec/01-a.md:3 the header'],
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
    'no phase in the header': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md':
          '⟦# A⟧\n\n**Status:** S\n\n---\n\nText.\n\n---\n\n*About: A*\\\n*Phase: 01 - Base*\\\n*Version: 1.0*\n',
      },
      message: 'spec/01-a.md names no phase in its header.',
      suggestion: 'add "**Phase:** 01 - …" under the title',
    },
    'no phase in the footer': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md':
          '⟦# A⟧\n\n**Phase:** 01 - Base\\\n**Status:** S\n\n---\n\nText.\n\n---\n\n*About: A*\\\n*Version: 1.0*\n',
      },
      message: 'spec/01-a.md names no phase in its footer.',
      suggestion: 'add "*Phase: 01 - …*" at the end',
    },
    'one of two phases': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md':
          '# A\n\n**Phase:** 01 - Base, 02 - Monitoring\\\n**Status:** S\n\n---\n\nText.\n\n---\n\n*About: A*\\\n⟦*Phase: 01 - Base*⟧\\\n*Version: 1.0*\n',
      },
      message: 'The footer names Phase 1, the header Phase 1, 2.',
      related: ['spec/01-a.md:3 the header'],
    },
    'another name of a phase with two digits': {
      files: {
        'spec/specgraph.config.json': PHASES.replace('"number":"2"', '"number":"12"'),
        'spec/01-a.md':
          '# A\n\n**Phase:** 12 - Monitoring\\\n**Status:** S\n\n---\n\nText.\n\n---\n\n*About: A*\\\n⟦*Phase: 12 - Watching*⟧\\\n*Version: 1.0*\n',
      },
      message: 'Phase 12 is called "Watching" here; its name is "Monitoring".',
      suggestion: 'Monitoring',
    },
  },
});
