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
const rows = (header: string, ...lines: string[]): string =>
  [header, header.replaceAll(/[^|]+/g, '---'), ...lines].join('\n');
const parts = (sum: string, label = 'Sum of the parts'): string =>
  rows(
    '| Part | Size |',
    '| base | 800 MB |',
    '| tools | about 300-400 MB |',
    '| jq | 0 |',
    `| ${label} | ${sum} |`,
  );
const waits = (...amounts: string[]): string =>
  rows('| Attempt | Wait |', ...amounts.map((amount, i) => `| ${i + 1} | ${amount} |`));
const clients = (formula: string, ...cells: string[]): string =>
  rows('| Name | Formula | f = 1 | f = 2 |', `| K | ${formula} | ${cells.join(' | ')} |`);

ruleTest(ruleById('wrong-result')!, {
  good: Object.fromEntries([
    right('It takes 2,000 * (3 + 1) = 8,000.'),
    right('The loop waits 30 × 10 s = 5 minutes.'),
    right('At 100 / 3 = 33 clients it stops, at 7 / 2 = 4 it starts.'),
    right('Together 30 s + 1 min = 90 s.'),
    right('It uses 4 x 256 MB = 1 GB, and 2000 x 3000 = 6 million cells.'),
    right('The mask is 0x10 = 16, and 2 x 3 + 1 = 7.'),
    right('It is $32 \\times 2 / 4 = 16$.'),
    right('The parts have 50 + 10 + 400 = 460 MB, and 1 + 1 = 3 kinds of trouble.'),
    right('The limit is 240 s (4 min), 90 s (2 min), 100 ms (5 s at night) or 10 to 60 s (5 min).'),
    right('It is 1,090 − (1,000 + 90) = 0.'),
    right('It takes 128*16384*8*1 = 16MB.'),
    right('It is 26,041,666,666 * (24 * 6) = 3,750,000,000,000 bytes.'),
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
    right('The mean is (2 + 2 + 1) / 3 = 1.67, and g(2 + 2) = 5, 2 x (3 + 1) = 8 and 3^(2 + 1) = 27.'),
    right('It fires after 10m + 5m = 15 minutes, or 10 m + 5 m = 15 m.'),
    right(parts('1.1-1.2 GB')),
    right(parts('3 GB', 'Total')),
    right(`${parts('2 GB', 'total')}\n\nThe three parts sum to about 1.2 GB.`),
    right(`${waits('5 s', '6 s')}\n\nThe three parts sum to about 1.2 GB.`),
    right(waits('10 s', '20 s', '40 s', '80 s', '160 s')),
    right(waits('10 s', '20 s', '40 s', '80 s', '150 s')),
    right(waits('10 s', '20 s', '50 s', '90 s', '160 s')),
    right(waits('10 s', '20 s', '40 s', '1 min', '160 s')),
    right('The waits are 10, 20, 40, 80, 160, 300, 300 s, doubling up to the limit.'),
    right('The sizes 1, 2, 4, 8, 10 and 1, 2, 4, 7, 11 or 2, 4, 7, 16 are usual.'),
    right(clients('n >= 2*f + 3', '5', '7')),
    right(clients('n >= 2*g + 3', '6', '9')),
    right('It needs n >= 2f+3: f = 1 needs 5, f = 2 needs 7; f = 1 gives 6 % more.'),
    right('With n >= 2f+3 or n >= 4f+3, f = 1 needs 9.'),
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
    wrong('The mean is (2 + 2 + 1) / 3 = ⟦1.76⟧.', '(2 + 2 + 1) / 3', '1.67'),
    wrong('It is 2 x (3 + 1) = ⟦7⟧.', '2 x (3 + 1)', '8'),
    wrong('It fires after 10m + 5m = ⟦20⟧ minutes.', '10m + 5m', '15'),
    wrong(parts('⟦0.7-0.8 GB⟧'), 'the 2 rows', '1.1-1.2 GB'),
    wrong(
      `${rows('| Part | About |', '| a | 800 MB |', '| b | 400 MB |', '| total | 2 GB |')}\n\nThe two parts sum to about ⟦1.8 GB⟧.`,
      'the 2 rows',
      '1.2 GB',
    ),
    wrong(waits('10 s', '20 s', '40 s', '⟦60 s⟧', '160 s'), '40 doubled and 160 halved', '80 s'),
    wrong(
      'The waits are 10, 20, 40, 80, ⟦120⟧, 300 s: they double, doubling up to the limit.',
      '10, 20, 40, 80 doubled',
      '160',
    ),
    wrong('The sizes 1, 2, 4, ⟦6⟧, 16 are usual.', '1, 2, 4 doubled', '8'),
    wrong(clients('n >= 4*f + 3', '7', '⟦12⟧'), '">= 4*f + 3" and f = 2', '11'),
    wrong('It needs n >= 2f+2: f = 1 needs ⟦5⟧ clients.', '">= 2f+2" and f = 1', '4'),
  ]),
});
