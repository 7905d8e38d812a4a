import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const loop = (bound = '((waited >= 60))', pause = 'sleep 5'): string =>
  `\n\n\`\`\`bash\nuntil nc -z db 1; do\n  if ${bound}; then exit 1; fi\n  log "after 77 seconds"\n  ${pause}\ndone\n\`\`\`\n`;
const doc = (text: string, code = loop()): Record<string, string> => ({ 'g/a.md': `# A\n\n${text}${code}` });
const UNIT =
  '\n\n```ini\n[Service]\nExecStart=/usr/bin/app -v 2\nExecStop=/usr/bin/app stop -t 30\nRestart=on-failure\nRestartSec=10\n```\n';

ruleTest(ruleById('conflicting-limit')!, {
  good: {
    'the same limit': doc('It asks every 5 seconds, at most 60 seconds.'),
    'the same limit in another unit': doc('It waits up to one minute, every 5000 ms.'),
    'a product of the pause and the attempts': doc(
      'It gives up after 300 seconds.',
      loop('((tries >= 30))', 'sleep 10'),
    ),
    'a number that the code has elsewhere': doc(
      'It waits at most 20 seconds.',
      loop('((waited >= 60)) || ((lost >= 20))'),
    ),
    'the text has the number of the code too': doc('It waits up to 20 seconds for the lock, 60 s in all.'),
    'two bounds in the code': doc(
      'It waits at most 90 seconds.',
      `${loop('((waited >= 60))')}${loop('((waited >= 30))')}`,
    ),
    'a limit of something else': doc('The job takes 90 seconds.'),
    'code that compares a size': doc('It waits at most 90 seconds.', loop('((size >= 60))', 'true')),
    'the code of another section': doc('It waits at most 90 seconds.', `\n\n## B${loop()}`),
    'a duration beside a setting that stands there': doc('`ExecStop` waits 30 seconds.', UNIT),
    'two settings in one sentence': doc('`Restart=on-failure` and `ExecStop` take 20 seconds.', UNIT),
  },
  bad: {
    'another longest time': {
      files: doc('It asks every 5 seconds, ⟦at most 90 seconds⟧.'),
      message: 'The text says "at most 90 seconds"; the code has 60: ">= 60".',
      related: ['g/a.md:7 >= 60'],
    },
    'another pause': {
      files: doc('It asks ⟦every 2 seconds⟧, at most one minute.'),
      message: 'The text says "every 2 seconds"; the code has 5: "sleep 5".',
      related: ['g/a.md:9 sleep 5'],
    },
    'another number of attempts': {
      files: doc('It fails after ⟦twelve attempts⟧.', loop('[ "$tries" -ge 30 ]')),
      message: 'The text says "twelve attempts"; the code has 30: "-ge 30".',
      related: ['g/a.md:7 -ge 30'],
    },
    'another time limit of a command': {
      files: doc('The pull has a ⟦timeout of 30 s⟧.', '\n\n```sh\ntimeout 300 docker pull app\n```\n'),
      message: 'The text says "timeout of 30 s"; the code has 300: "timeout 300".',
      related: ['g/a.md:6 timeout 300'],
    },
    'the code of a section that the line names': {
      files: doc('It waits ⟦up to 90 seconds⟧ (Section 2).', `\n\n## 1. One\n\n## 2. Two${loop()}`),
      message: 'The text says "up to 90 seconds"; the code has 60: ">= 60".',
      related: ['g/a.md:11 >= 60'],
    },
    'a setting': {
      files: doc('`Restart=on-failure` with ⟦30 seconds⟧ prevents a loop.', UNIT),
      message: 'The text says "30 seconds"; the code has 10: "RestartSec=10".',
      related: ['g/a.md:10 RestartSec=10'],
    },
    'a setting with its command': {
      files: doc('`ExecStop` ⟦waits 10 seconds⟧.', UNIT),
      message: 'The text says "waits 10 seconds"; the code has 30: "ExecStop=/usr/bin/app stop -t 30".',
      related: ['g/a.md:8 ExecStop=/usr/bin/app stop -t 30'],
    },
    'two places of the text agree': {
      files: {
        'g/a.md': `# A\n\nIt waits at most 90 seconds.\n\nIt waits up to 90 s.${loop('((waited >= ⟦60⟧))')}`,
      },
      message: 'The code has 60: ">= 60"; 2 places of the text say "at most 90 seconds".',
      related: ['g/a.md:3 at most 90 seconds', 'g/a.md:5 up to 90 s'],
    },
  },
});
