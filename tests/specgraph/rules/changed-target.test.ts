import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const text = (first: string, second: string): string =>
  `# A\n\n## 1. Scope\n\n${first}\n\n## 2. Pause\n\n${second}\n`;
const BEFORE = text('See Section 2 on pauses.', 'It takes ten seconds. Nobody can wait longer.');

ruleTest(ruleById('changed-target')!, {
  good: {
    'no revision to compare with': { 'g/a.md': BEFORE },
    'the same text': { 'g/a.md': BEFORE, 'before/g/a.md': BEFORE },
    'both sections changed': {
      'g/a.md': text('See Section 2 on long pauses.', 'It takes thirty seconds. Nobody can wait longer.'),
      'before/g/a.md': BEFORE,
    },
    'other marks, and other numbers of sections': {
      'g/a.md': text(
        'See Section 2 on pauses.',
        'It takes *ten* seconds.\nNobody can [wait](#1-scope) longer.',
      ),
      'before/g/a.md': BEFORE,
    },
  },
  bad: {
    'a sentence has changed': {
      files: {
        'g/a.md': text('See ⟦Section 2⟧ on pauses.', 'It takes thirty seconds. Nobody can wait longer.'),
        'before/g/a.md': BEFORE,
      },
      message:
        'Section 2, "Pause", has changed since the base revision, and this section has not: "It takes thirty seconds" is new.',
      suggestion: 'read Section 2 again, and accept it: specgraph review --accept "a#2-pause"',
      related: ['g/a.md:7 "Pause"'],
    },
    'a sentence is gone': {
      files: {
        'g/a.md': text('See ⟦Section 2⟧ on pauses.', 'It takes ten seconds.'),
        'before/g/a.md': BEFORE,
      },
      message:
        'Section 2, "Pause", has changed since the base revision, and this section has not: "Nobody can wait longer" is gone.',
      suggestion: 'read Section 2 again, and accept it: specgraph review --accept "a#2-pause"',
      related: ['g/a.md:7 "Pause"'],
    },
  },
});
