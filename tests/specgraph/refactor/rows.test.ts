/** Rows of tables that are numbered by hand, and the words that name them. */
import { expect, it } from 'vitest';
import { planRefactoring } from '#specgraph/refactor';
import { projectOf, refactored } from '../../helpers/refactor.ts';

const table = (title: string, ...numbers: string[]): string =>
  [`| ${title} | x |`, '|---|---|', ...numbers.map((one, i) => `| ${one} | x${i} |`)].join('\n');
const GAP = ['1', '2', '4', '5'];
const inSection = (...parts: string[]): string => `# A\n\n## 1. Rules\n\n${parts.join('\n\n')}\n`;
const renumber = { action: 'renumber' } as const;

function after(text: string, others: Readonly<Record<string, string>> = {}): string {
  return refactored({ 'spec/a.md': text, ...others }, renumber)['spec/a.md'];
}

function doubts(text: string, others: Readonly<Record<string, string>> = {}): string[] {
  const plan = planRefactoring(projectOf({ 'spec/a.md': text, ...others }), renumber);
  expect(plan.refusals).toEqual([]);
  return plan.doubts.map(({ at, message }) => `${at.file}:${at.line} ${message}`);
}

it.each([
  ['#', GAP, ['1', '2', '3', '4']],
  ['No.', ['1.', '2.', '2.', '3.'], ['1.', '2.', '3.', '4.']],
  ['Step', GAP, ['1', '2', '3', '4']],
  ['Row', ['(a)', '(b)', '(d)'], ['(a)', '(b)', '(c)']],
  // a column that begins later, ids, and numbers of something else
  ['#', ['3', '4', '6'], ['3', '4', '6']],
  ['#', ['1', '7', '19'], ['1', '7', '19']],
  ['Bit', GAP, GAP],
  ['Number', GAP, GAP],
])('the column %j counts %j to %j', (title, before, now) => {
  expect(after(inSection(table(title, ...before)))).toBe(inSection(table(title, ...now)));
});

it('a column "Step" names the steps of the headings where there are any', () => {
  const steps = '### Step 1: A\n\n### Step 2: B\n\n### Step 3: C';
  const text = inSection(table('Step', '1', '2', '2', '3'), steps);
  expect(after(text)).toBe(text);
});

it.each([
  ['#', 'As row 4 says, rows 4, 5 and 12 clients go.', 'As row 3 says, rows 3, 4 and 12 clients go.'],
  ['#', 'Rows #2-5, row #4; item 4 of the table.', 'Rows #2-4, row #3; item 3 of the table.'],
  ['#', 'Line 5 in the second table, lines 5.', 'Line 4 in the second table, lines 5.'],
  ['Step', 'Do step 4, but not item 4.', 'Do step 3, but not item 4.'],
  ['No.', 'See No. 5.', 'See No. 4.'],
  // no rows of this table
  ['#', 'Formerly row 4; `row 4`; row 4 of RFC 5280; version 1.4; row 4.2.', undefined],
])('below %j, %j follows', (title, words, now = words) => {
  expect(after(inSection(words, table(title, ...GAP)))).toContain(`\n${now}\n`);
});

it('a row of a table of letters', () => {
  const text = inSection('Row b, then row (d) of the list.', table('Item', '(a)', '(b)', '(d)'));
  expect(after(text)).toContain('Row b, then row (c) of the list.');
});

it('the section that is named beside the row owns it, in other documents too', () => {
  const b =
    '# B\n\nRow 4 of the table in [Rules](a.md#1-rules), and row 4 of the list here.\n\n' +
    'See `a.md`, Section 1, rows 4 and 5. Here row 4 is another one.\n';
  const files = { 'spec/a.md': inSection(table('#', ...GAP), '## 2. End'), 'spec/b.md': b };
  expect(refactored(files, renumber)['spec/b.md']).toBe(
    '# B\n\nRow 3 of the table in [Rules](a.md#1-rules), and row 4 of the list here.\n\n' +
      'See `a.md`, Section 1, rows 3 and 4. Here row 4 is another one.\n',
  );
});

it.each([
  // two tables in the section, two rows with the number, a word that may mean something else, a row of another document
  [inSection('Row 4.', table('#', ...GAP), 'Or:', table('Name', 'a', 'b')), '"4" (now 3)'],
  [inSection('Row 2.', table('#', '1', '2', '2', '3')), '"2" (now 2 or 3)'],
  [inSection('Item 4, line 5, and #5.', table('#', ...GAP)), '"4" (now 3) and "5" (now 4)'],
  [inSection('Rows 1-3.', table('#', ...GAP)), '"3" (now a row, and none before)'],
  [inSection('As [B](b.md) has it, row 4.', table('#', ...GAP)), '"4" (now 3)'],
])('where the table is not certain, the row is to be looked at: %j', (text, message) => {
  const others = { 'spec/b.md': '# B\n\nText.\n' };
  expect(after(text, others).split('\n')[4]).toBe(text.split('\n')[4]);
  expect(doubts(text, others)).toEqual([`spec/a.md:5 ${message}`]);
});

it('a word inside a table means its own rows', () => {
  const text = inSection(`${table('#', ...GAP)}\n| 6 | as row 5 |`, 'Or:', table('Name', 'row 5'));
  expect(after(text)).toContain('| 5 | as row 4 |');
  expect(after(text)).toContain('| row 5 | x0 |');
});
