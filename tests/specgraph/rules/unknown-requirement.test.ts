import { ruleById } from '#specgraph';
import { REQUIREMENTS } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('unknown-requirement')!, {
  good: {
    'known, and other names': {
      'spec/specgraph.config.json': REQUIREMENTS,
      'spec/01-a.md': '# A\n\nNET-01, NET-02, UTF-08, NET-1.\n',
    },
  },
  bad: {
    'in prose': {
      files: { 'spec/specgraph.config.json': REQUIREMENTS, 'spec/01-a.md': '# A\n\nThis meets ⟦NET-77⟧.\n' },
      message: 'NET-77 is not a requirement of this specification.',
    },
  },
});
