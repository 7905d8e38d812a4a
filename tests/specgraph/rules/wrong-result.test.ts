import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const text = (words: string): Record<string, string> => ({ 'g/a.md': `# A\n\n${words}\n` });
const right = (words: string): [string, Record<string, string>] => [words, text(words)];
const wrong = (words: string, calculation: string, expected: string) => {
  const written = /⟦(.*)⟧/.exec(words)![1];
  const message = `The text says ${written}; ${calculation} give ${expected}.`;
  return [words, { files: text(words), message, suggestion: expected }] as const;
};
const total = (last: string, ...amounts: string[]): string =>
  `| Part | Size |\n|---|---|\n${amounts.map((amount, i) => `| p${i} | ${amount} |\n`).join('')}| Total | ${last} |`;

ruleTest(ruleById('wrong-result')!, {
  good: Object.fromEntries([
    right('The loop waits 30 × 10 s = 5 minutes.'),
    right('At 100 / 3 = 33 clients it stops, at 7 / 2 = 4 it starts.'),
    right('Together 30 s + 1 min = 90 s.'),
    right('It uses 4 x 256 MB = 1 GB, and 2000 x 3000 = 6 million cells.'),
    right('The mask is 0x10 = 16, and 2 x 3 + 1 = 7.'),
    right('It is $32 \\times 2 / 4 = 16$.'),
    right('The parts have 50 + 10 + 400 = 460 MB, and 1 + 1 = 3 kinds of trouble.'),
    right('The limit is 240 s (4 min), 90 s (2 min), 100 ms (5 s at night) or 10 to 60 s (5 min).'),
    right('With n + 2 x 3 = 7 and 2 + 3 = 1 + 4.'),
    right('The values 1 - 5 = 5 kinds.'),
    right('The share is 2 of 3 (67 %), or 2 of 3 (66.7 %).'),
    right('Here 50 x 20% = 10, and 12 months x 2 = 2 years.'),
    right('Version 1.2.3 + 4 = 5.'),
    right('It is 3 miles x 5 = 10 feet.'),
    right(total('7', '3', '4')),
    right(total('7', '3', '-', '4')),
    right(total('8.0', '3.33', '4.67')),
    right(total('9', '3 MB', '4 KB')),
    right(total('9', 'three', '4')),
  ]),
  bad: Object.fromEntries([
    wrong('The loop waits 30 × 10 s = ⟦6⟧ minutes.', '30 × 10 s', '5'),
    wrong('| a | mean over 5 x 60 s = ⟦3⟧ minutes |\n|---|---|', '5 x 60 s', '5'),
    wrong('Together 30 s + 1 min = ⟦100⟧ s.', '30 s + 1 min', '90'),
    wrong('It needs 3 rounds x 4 clients = ⟦13⟧ updates (2 + 2 = 4).', '3 rounds x 4 clients', '12'),
    wrong('The parts have 50 + 10 + 400 = ⟦560⟧ MB.', '50 + 10 + 400', '460'),
    wrong('The limit is 240 s (⟦4 h⟧).', '240 s', '4 min'),
    wrong('It needs 4 x 256 MiB = ⟦2⟧ GiB.', '4 x 256 MiB', '1'),
    wrong('What is left is 60 - 15 = ⟦44⟧.', '60 - 15', '45'),
    wrong('In all 15 of 20 pages (⟦70⟧ %) are read.', '15 of 20', '75'),
    wrong(total('⟦8⟧', '3', '4'), 'the 2 rows above', '7'),
    wrong(total('⟦9 MB⟧', '3 MB', '4 MB'), 'the 2 rows above', '7 MB'),
  ]),
});
