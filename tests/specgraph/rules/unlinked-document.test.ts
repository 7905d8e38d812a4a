import { ruleById } from '#specgraph';
import { NUMBERED } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('unlinked-document')!, {
  good: {
    'a link, prose, its own name': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n\nSee [`spec/02-b.md`](02-b.md).\n\nspec/02 again, and `spec/01-a.md`.\n',
      'spec/02-b.md': '# B\n\nspec/01.\n',
    },
    'no numbers': { 'g/a.md': '`b.md`\n', 'g/b.md': '# B\n' },
  },
  bad: {
    code: {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n\nSee `⟦spec/02-b.md⟧`.\n',
        'spec/02-b.md': '# B\n\nspec/01.\n',
      },
      message: '`spec/02-b.md` names a document of the set and is not a link.',
      suggestion: '[`spec/02-b.md`](02-b.md)',
      fixed: '# A\n\nSee [`spec/02-b.md`](02-b.md).\n',
    },
  },
});
