import { describe, expect, it } from 'vitest';
import { numbersAtEnd, readNumbers } from '../../../src/specgraph/extract/references/numbers.ts';
import {
  rewriteNumberList,
  type ListToken,
  type RewrittenList,
} from '../../../src/specgraph/refactor/rewrite-number-list.ts';

/** The list after a document with sections 1 to 12 has changed as `now` says: undefined for a removed section. */
function rewrite(
  words: string,
  now: (number: number) => number | undefined,
  newInRange?: 'include' | 'exclude',
  added: readonly number[] = [],
): string | RewrittenList {
  const head = /^.*?(?=\d)/.exec(words)![0];
  const byEnd = new Map<number, ListToken['members']>();
  for (const { value, end } of readNumbers(words.slice(head.length))) {
    const member = { value, now: now(Number(value))?.toString(), isResolved: true };
    byEnd.set(end + head.length, [...(byEnd.get(end + head.length) ?? []), member]);
  }
  const tokens = [...byEnd].map(([end, members]) => ({ end, members }));
  const present = new Set([...Array.from({ length: 12 }, (_, i) => now(i + 1)), ...added]);
  const result = rewriteNumberList(
    { words, tokens },
    {
      has: (number) => present.has(Number(number)),
      isNew: (number) => added.includes(Number(number)),
      newInRange,
    },
  );
  if (!('edits' in result)) return result;
  let text = words;
  for (const edit of result.edits.toReversed())
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  return text;
}

const without = (gone: number) => (number: number) => (number === gone ? undefined : number);
const closed = (gone: number) => (number: number) =>
  number === gone ? undefined : number > gone ? number - 1 : number;
const opened = (at: number) => (number: number) => (number >= at ? number + 1 : number);
/** Section `from` goes to `to`. */
const moved = (from: number, to: number) => (number: number) => {
  if (number === from) return to;
  if (from < to) return number > from && number <= to ? number - 1 : number;
  return number >= to && number < from ? number + 1 : number;
};

describe('a list of numbers', () => {
  it.each([
    ['Sections 6-9', without(8), 'Sections 6, 7 and 9'],
    ['Sections 6-9', without(9), 'Sections 6-8'],
    ['Sections 6-7', without(7), 'Section 6'],
    ['Sections 6-12', without(8), 'Sections 6, 7 and 9-12'],
    ['Sections 3, 8 or 9', without(8), 'Sections 3 or 9'],
    ['Sections 3, 8, and 9', without(3), 'Sections 8 and 9'],
    ['Section 8', without(8), { isEmpty: true }],
    ['Sections 6-9', closed(8), 'Sections 6-8'],
    ['Sections 6 to 9', closed(2), 'Sections 5 to 8'],
    ['Sections 2, 6-9 and 11', closed(4), 'Sections 2, 5-8 and 10'],
    ['Sections 6-9', opened(8), { asksFor: ['8'] }],
    ['Sections 6-9', opened(6), 'Sections 7-10'],
    ['Sections 6, 7 and 8', opened(7), 'Sections 6, 8 and 9'],
    ['Sections 6-9', moved(8, 6), 'Sections 6-9'],
    ['Sections 6-9', moved(8, 2), 'Sections 2 and 7-9'],
    ['Sections 2 and 7-9', moved(2, 8), 'Sections 6-9'],
    ['Sections 6-8 and 10', moved(10, 9), 'Sections 6-9'],
    ['Sections 6, 7 and 8', moved(7, 12), 'Sections 6, 7 and 12'],
  ])('%s', (words, now, expected) => {
    expect(rewrite(words, now, undefined, now(12) === 13 ? [firstFree(now)] : [])).toEqual(expected);
  });

  it('holds a new section of a range, or leaves it out', () => {
    expect(rewrite('Sections 6-9', opened(7), 'include', [7])).toBe('Sections 6-10');
    expect(rewrite('Sections 6-9', opened(7), 'exclude', [7])).toBe('Sections 6 and 8-10');
    expect(rewrite('Sections 6 and 8-10', closed(7))).toBe('Sections 6-9');
  });

  it('reads the numbers at the end of words', () => {
    expect(numbersAtEnd('Sections 3, 6-9')).toMatchObject({ start: 12, from: '6', joint: '-', to: '9' });
  });
});

function firstFree(now: (number: number) => number | undefined): number {
  return Array.from({ length: 13 }, (_, i) => i + 1).find(
    (number) => !Array.from({ length: 12 }, (_, i) => now(i + 1)).includes(number),
  )!;
}
