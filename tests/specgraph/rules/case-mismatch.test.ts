import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('case-mismatch')!, {
  good: {
    'the same spelling': { 'g/a.md': '[x](b.md)\n', 'g/b.md': '# B\n\n## Limits\n\n## Limits\n' },
  },
  bad: {
    capitals: {
      files: { 'g/a.md': '[x](⟦B.md#limits⟧)\n', 'g/b.md': '# B\n\n## Limits\n\n## Limits\n' },
      message:
        'The link points to "B.md#limits", the file is spelled "g/b.md"; this breaks where letter case counts.',
      suggestion: 'b.md#limits',
      fixed: '[x](b.md#limits)\n',
    },
    'a folder in capitals': {
      files: { 'g/a.md': '[x](⟦SUB/c.md⟧)\n', 'g/sub/c.md': '# C\n' },
      message:
        'The link points to "SUB/c.md", the file is spelled "g/sub/c.md"; this breaks where letter case counts.',
      suggestion: 'sub/c.md',
      fixed: '[x](sub/c.md)\n',
    },
    'keeping query string and fragment': {
      files: { 'g/a.md': '[x](⟦B.md?plain=1#limits⟧)\n', 'g/b.md': '# B\n\n## Limits\n' },
      message:
        'The link points to "B.md?plain=1#limits", the file is spelled "g/b.md"; this breaks where letter case counts.',
      suggestion: 'b.md?plain=1#limits',
      fixed: '[x](b.md?plain=1#limits)\n',
    },
  },
});
