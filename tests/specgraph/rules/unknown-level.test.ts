import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const LIST = 'The levels are DEBUG, INFO, WARN or ERROR.';
const CALLS =
  'log INFO "a b"\nlog INFO "b c"\nlog WARN "c d"\nlog WARN "d e"\nlog ERROR "e f"\nlog INFO "f g"';
const calls = (last: string, list = LIST): Record<string, string> => ({
  'g/a.md': `# A\n\n${list}\n\n\`\`\`sh\n${CALLS}\n${last}\n\`\`\`\n`,
});
const levels = 'DEBUG, INFO, WARN, ERROR';

ruleTest(ruleById('unknown-level')!, {
  good: {
    'a level of the list': calls('log DEBUG "g h"'),
    'no list': calls('log NOTICE "g h"', 'There are levels.'),
    'the list of another program': calls('log NOTICE "g h"', 'Flower knows trace, debug and verbose.'),
    'another function': calls('send NOTICE "g h"'),
    'too few uses': {
      'g/a.md': `# A\n\n${LIST}\n\n\`\`\`sh\nlog INFO "a b"\nlog WARN "b c"\nlog NOTICE "c d"\n\`\`\`\n`,
    },
    'a key with a level of its own': {
      'g/a.md': `# A\n\n${LIST}\n\n\`\`\`yaml\nlevel: info\nlevel: info\nlevel: warn\nlevel: error\nlevel: warn\nlevel: note\n\`\`\`\n`,
    },
    'another scale': {
      'g/a.md': `# A\n\nIt knows info, warn and fatal.\n\n| Failure | Severity |\n|---|---|\n${['Fatal', 'Fatal', 'Fatal', 'Fatal', 'Fatal', 'Warning'].map((level, i) => `| ${i} | ${level} |`).join('\n')}\n`,
    },
  },
  bad: {
    'a word for a listed level': {
      files: calls('log ⟦WARNING⟧ "g h"'),
      message: `WARNING is no level for log: the text lists ${levels}.`,
      suggestion: 'WARN',
      related: ['g/a.md:3 the list'],
    },
    'a level that is not listed': {
      files: calls('log ⟦AUDIT⟧ "g h"'),
      message: `AUDIT is no level for log: the text lists ${levels}.`,
      related: ['g/a.md:3 the list'],
    },
    'in a key': {
      files: {
        'g/a.md':
          '# A\n\n| Severity | Meaning |\n|---|---|\n| `critical` | x |\n| `warning` | y |\n| `info` | z |\n\n```yaml\nseverity: info\nseverity: info\nseverity: critical\nseverity: warning\nseverity: warning\nseverity: ⟦warn⟧\n```\n',
      },
      message: 'warn is no level for the key severity: the text lists critical, warning, info.',
      suggestion: 'warning',
      related: ['g/a.md:5 the list'],
    },
    'in a column': {
      files: {
        'g/a.md': `# A\n\n${LIST}\n\n| Event | Level |\n|---|---|\n${['INFO', 'INFO', 'WARN', 'ERROR', 'INFO', '⟦ERORR⟧'].map((level, i) => `| ${i} | ${level} |`).join('\n')}\n`,
      },
      message: `ERORR is no level in the column Level: the text lists ${levels}.`,
      suggestion: 'ERROR',
      related: ['g/a.md:3 the list'],
    },
  },
});
