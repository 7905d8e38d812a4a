import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const text = (sentence: string): Record<string, string> => ({ 'g/a.md': `# A\n\n${sentence}\n` });

ruleTest(ruleById('impossible-order')!, {
  good: {
    'between two steps': text('It stands after the start (Step 8) and before the end (Step 10).'),
    'the later step is named first': text('It stands before Step 10 and after Step 8.'),
    'one step before another': text('Step 7 runs before Step 7b, and Step 7b comes before Step 8.'),
    'one step after another': text('Step 5 (Download) is done directly after Step 4.'),
    'two sides of one kind': text('After Step 4 and after Step 3 it waits.'),
    'an order that is excluded': text(
      'Step 5 never runs before Step 4, and nothing runs before Step 5 and after Step 6 if it fails.',
    ),
    'steps of another document': text('It stands before Step 2 and after Step 9 of `other/guide`.'),
    'a step and a phase': text('Phase 5 begins after Step 6, and Phase 5 comes before Step 4.'),
    'a step that checks what was done': text('Step 5 checks what was written before Step 4.'),
  },
  bad: {
    'before and after exchanged': {
      files: text('The check stands ⟦before the start (Step 8) and after the download (Step 10⟧).'),
      message: '"before the start (Step 8) and after the download (Step 10" puts Step 10 before Step 8.',
    },
    'in a row': {
      files: text(
        '| A | B |\n|---|---|\n| Step 14a | container, ⟦before Step 13 and after `READY` at Step 15⟧ |',
      ),
      message: '"before Step 13 and after READY at Step 15" puts Step 15 before Step 13.',
    },
    'a step before a lower one': {
      files: text('⟦Step 5 runs before Step 4⟧.'),
      message: '"Step 5 runs before Step 4" puts Step 5 before Step 4.',
    },
    'a step after a higher one': {
      files: text('⟦Phase 2 (Security) must be done after Phase 3⟧.'),
      message: '"Phase 2 (Security) must be done after Phase 3" puts Phase 3 before Phase 2.',
    },
    'a step between itself': {
      files: text('It runs ⟦after Step 7b and before Step 7b⟧.'),
      message: '"after Step 7b and before Step 7b" puts Step 7b before itself.',
    },
  },
});
