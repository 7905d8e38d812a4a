import { expect, test } from 'vitest';
import { checkGraph, NO_CONFIG, readGraph, ruleById } from '#specgraph';
import { projectOf } from '../../helpers/refactor.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

const loop = (bound = '((waited >= 60))', pause = 'sleep 5'): string =>
  `\n\n\`\`\`bash\nuntil nc -z db 1; do\n  if ${bound}; then exit 1; fi\n  log "77 seconds are gone"\n  ${pause}\ndone\n\`\`\`\n`;
const doc = (text: string, code = loop()): Record<string, string> => ({ 'g/a.md': `# A\n\n${text}${code}` });
const printing = (message: string, bound = '((waited >= 60))'): string =>
  `\n\n\`\`\`bash\nuntil nc -z db 1; do\n  if ${bound}; then\n    log ERROR "No answer ${message}."\n    exit 1\n  fi\n  sleep 5\ndone\n\`\`\`\n`;
const UNIT =
  '\n\n```ini\n[Service]\nExecStart=/usr/bin/app -v 2\nExecStop=/usr/bin/app stop -t 30\nRestart=on-failure\nRestartSec=10\n```\n';

const TWO = (words: string): string => `\n\n## 1. One\n\n## 2. Two\n\nIt waits ${words}.\n`;

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
    'a message with the limit': doc('Text.', printing('after 60 s')),
    'a message that counts the pauses': doc('Text.', printing('after 5 minutes')),
    'a message of another number': doc('Text.', printing('for client 61')),
    'the section that is referred to says the same': doc(
      'It waits 60 s (Section 2).',
      TWO('up to one minute'),
    ),
    'the section that is referred to says both': doc(
      'It waits up to 90 s (Section 2).',
      TWO('up to 60 s, in all 90 s'),
    ),
    'the text says both': doc('It waits up to 90 s (Section 2), then 60 s.', TWO('up to 60 s')),
    'the section that is referred to says two limits': doc(
      'It waits up to 90 s (Section 2).',
      TWO('up to 60 s, or up to 30 s'),
    ),
    'a pause of the section that is referred to': doc('Every 2 s (Section 2).', TWO('every 10 s')),
  },
  bad: {
    'the limit of a message': {
      files: doc('Text.', printing('⟦after 90 s⟧')),
      message: 'The text says "after 90 s"; the code has 60: ">= 60".',
      related: ['g/a.md:7 >= 60'],
    },
    'the code beside a text and a message that agree': {
      files: doc('It waits at most 90 seconds.', printing('after 90 s', '((waited >= ⟦60⟧))')),
      message: 'The code has 60: ">= 60"; 2 places of the text say "at most 90 seconds".',
      related: ['g/a.md:3 at most 90 seconds', 'g/a.md:8 after 90 s'],
    },
    'the text beside code and a message that agree': {
      files: doc('It waits ⟦at most 90 seconds⟧. The log shows the 60 seconds.', printing('after 60 s')),
      message: 'The text says "at most 90 seconds"; the code has 60: ">= 60".',
      related: ['g/a.md:7 >= 60'],
    },
    'a sentence that refers to a section': {
      files: doc('It waits ⟦up to 90 s⟧ (Section 2).', TWO('at most 60 s')),
      message: 'The text says "up to 90 s"; the section that it refers to says "at most 60 s".',
      related: ['g/a.md:9 at most 60 s'],
    },
    'a section to which two sentences refer': {
      files: doc('It waits up to 90 s (Section 2).\n\nAt most 90 s (Section 2).', TWO('⟦at most 60 s⟧')),
      message: 'The text says "at most 60 s"; 2 sentences that refer to this section say "up to 90 s".',
      related: ['g/a.md:3 up to 90 s', 'g/a.md:5 At most 90 s'],
    },
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

test('a reference that means another section since a revision is compared with none', () => {
  const read = (text: string) => readGraph(projectOf({ 'g/a.md': text }, 'g').corpus, NO_CONFIG);
  const book = (...sections: string[]): string =>
    `# A\n\nIt waits up to 90 s (Section 2).\n${sections.map((text, i) => `\n## ${i + 1}. ${text}\n`).join('')}`;
  const pause = 'Pause\n\nThe pump waits up to 90 s before it turns.';
  const before = read(book('Scope\n\nWhat it is.', pause));
  const now = read(book('Scope\n\nWhat it is.', 'Close\n\nThe door waits at most 60 s.', pause));
  const rulesOf = (since?: typeof before): string[] => [
    ...new Set(checkGraph(now, { since }).findings.map(({ rule }) => rule)),
  ];
  expect(rulesOf()).toEqual(['conflicting-limit']);
  expect(rulesOf(before)).toEqual(['moved-target']);
});
