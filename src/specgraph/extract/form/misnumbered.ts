import type { List, Table } from 'mdast';
import type { Misnumbered } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import { plainText, type Parts } from '../../parse/markdown.ts';

/** Headings of columns that number the rows. Other numbers may end with a larger one: error codes. */
const COUNTING = /^(?:#|no\.?|nr\.?|num(?:ber)?|steps?|item|order)$/i;
const ITEM_NUMBER = /^(\d{1,6})[.)]/;
const ROW_NUMBER = /^(\d{1,6})([a-z]?)$/;
/** Fewer numbers do not show which of them is wrong. */
const MIN_NUMBERS = 3;

/** Numbers of ordered lists and of table rows that do not count on, at most one for each list and table. */
export function extractMisnumbered(parts: Parts, source: string, index: LineIndex): Misnumbered[] {
  return [
    ...parts.lists.flatMap((list) => inList(list, source, index)),
    ...parts.tables.flatMap((table) => inTable(table, index)),
  ];
}

interface Numbered {
  number: number;
  letter: string;
  start: number;
  end: number;
}

function inList(list: List, source: string, index: LineIndex): Misnumbered[] {
  if (!list.ordered || list.children.length < MIN_NUMBERS) return [];
  const items = list.children.map((item): Numbered | undefined => {
    const start = item.position!.start.offset!;
    const match = ITEM_NUMBER.exec(source.slice(start, start + 8));
    return match ? { number: Number(match[1]), letter: '', start, end: start + match[1].length } : undefined;
  });
  return found('item', items, index);
}

function inTable({ children: [header, ...rows] }: Table, index: LineIndex): Misnumbered[] {
  const [heading] = header.children;
  if (!heading || rows.length < MIN_NUMBERS) return [];
  const numbers = rows.map(({ children: [cell] }): Numbered | undefined => {
    const match = cell && ROW_NUMBER.exec(plainText(cell).trim());
    if (!match) return undefined;
    const start = cell.children[0].position!.start.offset!;
    return {
      number: Number(match[1]),
      letter: match[2],
      start,
      end: cell.children.at(-1)!.position!.end.offset!,
    };
  });
  const isCounted = COUNTING.test(plainText(heading).trim());
  return found('row', numbers, index, isCounted);
}

function found(
  kind: Misnumbered['kind'],
  numbers: readonly (Numbered | undefined)[],
  index: LineIndex,
  isCounted = true,
): Misnumbered[] {
  if (!numbers.every((one) => one !== undefined)) return [];
  const breaks = numbers.flatMap((one, i) => (i > 0 && !countsOn(numbers[i - 1], one) ? [i] : []));
  const wrong = wrongAmong(numbers, breaks);
  if (wrong === undefined || (!isCounted && breaks.length === 1)) return [];
  // Where the numbers begin again, two lists follow each other.
  if (wrong > 0 && numbers[wrong].number <= numbers[0].number) return [];
  const { number, letter, start, end } = numbers[wrong];
  return [
    {
      kind,
      range: index.range(start, end),
      written: `${number}${letter}`,
      expected: expectedAt(numbers, wrong),
    },
  ];
}

/** "4" is followed by "5" or "4a", "4a" by "4b" or "5". */
function countsOn(one: Numbered, next: Numbered): boolean {
  if (next.letter === '') return next.number === one.number + 1;
  const before = one.letter === '' ? '`' : one.letter;
  return next.number === one.number && next.letter.charCodeAt(0) === before.charCodeAt(0) + 1;
}

/**
 * The position of the only number that is wrong: between two breaks, or the first or the last one. A list that goes on
 * with another number from one place on has lost an item there, or has one too many.
 */
function wrongAmong(numbers: readonly Numbered[], breaks: readonly number[]): number | undefined {
  const [first, second] = breaks;
  if (breaks.length === 1) return first === 1 && numbers[1].number === 2 ? 0 : first;
  const isOneWrong = breaks.length === 2 && second === first + 1 && second < numbers.length;
  return isOneWrong && numbers[second].number - numbers[first - 1].number === 2 ? first : undefined;
}

function expectedAt(numbers: readonly Numbered[], at: number): string {
  if (at > 0) return String(numbers[at - 1].number + 1);
  return String(numbers[1].number - 1);
}
