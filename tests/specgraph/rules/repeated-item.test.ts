import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const text = (words: string): Record<string, string> => ({ 'g/a.md': `# A\n\n${words}\n` });
const bad = (words: string, item: string) => ({
  files: text(words),
  message: `"${item}" stands twice in this enumeration.`,
  suggestion: 'change one of them, or remove it',
});

ruleTest(ruleById('repeated-item')!, {
  good: {
    'each item once': text('Set `one`, `two` and `three`.'),
    'only two items': text('From `one` to `two`, and `one` again.'),
    'a sequence of calls': text('It calls `lock`, `write`, `lock`.'),
    values: text('It prints `10`, `20` and `10`.'),
    'code with blanks': text('It sends `EC EC`, `EB EC` and `EC EC`.'),
    'plain words': text('Between JSON, YAML, and JSON.'),
    'a longer id': text('RL-1, RL-2 and RL-11.'),
    'a comma in code': text('Call `f(a, b)`, `g(a, b)` and `h(a, b)`.'),
    'a name with dots in it': text('All but `TypeOf`...`Is`, `Is`, and `IsNot`.'),
    'an item that belongs to a noun': text('Use `one`, `two`, and `two` variants.'),
    'two enumerations': text('Set `one`, `two` and `three`. Read `one`, `two` and `four`.'),
    'duties, one of them denied': text('The words MUST, MUST NOT and MAY state duties.'),
  },
  bad: {
    'a name in code': bad('Set `one`, `two` and `⟦one⟧`.', 'one'),
    'an item behind itself': bad('Set `one`, `two`, and `⟦two⟧` in turn.', 'two'),
    'with another joining word': bad('Set `one`, `two`, or `⟦one⟧`.', 'one'),
    'an id': bad('See RL-1, RL-2, ⟦RL-1⟧.', 'RL-1'),
    'an id in a table': bad('| A | B |\n|---|---|\n| x | RL-1, RL-2, ⟦RL-1⟧ |', 'RL-1'),
    'a duty': bad('The words MUST, MAY, SHOULD and ⟦MAY⟧ state duties.', 'MAY'),
  },
});
