import { ruleById } from '#specgraph';
import { PHASES } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('stale-preview')!, {
  good: {
    'negated, past, unfinished': {
      'spec/specgraph.config.json': PHASES,
      'spec/01-a.md':
        '# A\n\nNothing of Phase 1 is deferred. It was deferred before Phase 1. A preview of Phase 2. This is planned. Phase 1 is no longer a preview.\n',
    },
    'a document of an unfinished phase': {
      'spec/specgraph.config.json': PHASES,
      'spec/01-a.md': '# A\n\n**Phase:** 02 - Monitoring\n\nThe retry is deferred.\n',
    },
    'another sense, and a part of a cell': {
      'spec/specgraph.config.json': PHASES,
      'spec/01-a.md':
        '# A\n\n**Phase:** 01 - Base\n\nThe queue keeps deferred jobs.\n\n| x | y |\n|---|---|\n| a | deferred jobs |\n',
    },
    code: {
      'spec/specgraph.config.json': PHASES,
      'spec/01-a.md': '# A\n\n```text\nPhase 1 is deferred\n```\n',
    },
    'no words are configured': {
      'spec/specgraph.config.json': PHASES.replace(/"staleWords":\[.*?\]/, '"staleWords":[]'),
      'spec/01-a.md': '# A\n\nRetries are deferred to Phase 1.\n',
    },
    'an expression that JavaScript would try in a billion ways': {
      'spec/specgraph.config.json': PHASES.replace(/"staleWords":\[.*?\]/, '"staleWords":["(?:w+)+!"]'),
      'spec/01-a.md': `# A\n\nPhase 1 is ${'w'.repeat(34)}.\n`,
    },
    'a phase that does not say whether it is finished': {
      'spec/specgraph.config.json': PHASES.replaceAll(/,"finished":(?:true|false)/g, ''),
      'spec/01-a.md': '# A\n\nRetries are deferred to Phase 1.\n',
    },
    'an unfinished phase with two digits': {
      'spec/specgraph.config.json': PHASES.replace('"number":"2"', '"number":"12"'),
      'spec/01-a.md': '# A\n\nRetries are deferred to Phase 12.\n',
    },
  },
  bad: {
    'a negation in another clause': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md': '# A\n\nNothing is lost: retries are ⟦Planned⟧ for Phase 1.\n',
      },
      message: 'Phase 1 is finished, but the sentence calls something of it "Planned".',
      suggestion: 'say what is specified, and where',
    },
    'a status in the header': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md': '# A\n\n**Phase:** 01 - Base\\\n**Status:** ⟦Deferred⟧\n',
      },
      message: 'Phase 1 of this document is finished, but something is called "Deferred" here.',
      suggestion: 'say what is specified, and where',
      also: ['phase-mismatch'],
    },
    'a status in a cell': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md': '# A\n\n**Phase:** 01 - Base\n\n| x | y |\n|---|---|\n| a | ⟦deferred⟧ |\n',
      },
      message: 'Phase 1 of this document is finished, but something is called "deferred" here.',
      suggestion: 'say what is specified, and where',
    },
    'a status in a sentence': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md': '# A\n\n**Phase:** 01 - Base\n\nThe retry is still ⟦deferred⟧ there.\n',
      },
      message: 'Phase 1 of this document is finished, but something is called "deferred" here.',
      suggestion: 'say what is specified, and where',
    },
    'called deferred': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md': '# A\n\nRetries are ⟦deferred⟧ to Phase 1.\n',
      },
      message: 'Phase 1 is finished, but the sentence calls something of it "deferred".',
      suggestion: 'say what is specified, and where',
    },
    'in a table': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md': '# A\n\n| x | y |\n|---|---|\n| Phase 1 | a ⟦preview⟧ |\n',
      },
      message: 'Phase 1 is finished, but the sentence calls something of it "preview".',
      suggestion: 'say what is specified, and where',
    },
    'a negation in another part of the sentence': {
      files: {
        'spec/specgraph.config.json': PHASES,
        'spec/01-a.md': '# A\n\nIt is not so: retries are ⟦deferred⟧ to Phase 1.\n',
      },
      message: 'Phase 1 is finished, but the sentence calls something of it "deferred".',
      suggestion: 'say what is specified, and where',
    },
  },
});
