import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('link-outside-root')!, {
  good: {
    'up and down again': { 'g/s/a.md': '[x](../b.md)\n', 'g/b.md': '# B\n\n## Limits\n\n## Limits\n' },
  },
  bad: {
    'out of the folder': {
      files: { 'g/a.md': '[x](⟦../secret.md⟧)\n' },
      message:
        'The link points to "../secret.md", which leads out of the repository; readers of the published text cannot follow it.',
    },
  },
});
