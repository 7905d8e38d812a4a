import type { List, Table, TableCell } from 'mdast';
import type { Misnumbered } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import { plainText, type Parts } from '../../parse/markdown.ts';

/** Headings of columns that number the rows. Other numbers may end with a larger one: error codes. */
const COUNTING = /^(?:#|no\.?|nr\.?|num(?:ber)?|steps?|item|order)$/i;
const ITEM_NUMBER = /^(\d{1,6})[.)]/;
/** "3", "7a", "spec/01, Step 3", "Steps 4-6": words, a number, and the end of its range. */
const ROW_NUMBER =
  /^(?<words>|[\p{L}`].*[\p{L}#] ?)(?<number>\d{1,6})(?<letter>[a-z]?)(?:[-–](?<last>\d{1,6}))?$/u;
/** Fewer numbers do not show which of them is wrong. */
const MIN_NUMBERS = 3;
/** The same for references to numbered things, which may be a choice of them. */
const MIN_REFERENCES = 5;
/** The same for numbers that rise without counting: ports, sizes. */
const MIN_RISING = 6;

/** Numbers of ordered lists and of table rows that do not count on, at most one for each list and table. */
export function extractMisnumbered(parts: Parts, source: string, index: LineIndex): Misnumbered[] {
  return [
    ...parts.lists.flatMap((list) => inList(list, source, index)),
    ...parts.tables.flatMap((table, i) => inTable(table, parts.tables.slice(0, i), index)),
  ];
}

interface Numbered {
  number: number;
  /** The end of a range; else the same number. */
  last: number;
  letter: string;
  /** Words before the number: such a number names something elsewhere, which may have letters of its own. */
  words: string;
  start: number;
  end: number;
}

function inList(list: List, source: string, index: LineIndex): Misnumbered[] {
  if (!list.ordered || list.children.length < MIN_NUMBERS) return [];
  const items = list.children.map((item): Numbered | undefined => {
    const start = item.position!.start.offset!;
    const match = ITEM_NUMBER.exec(source.slice(start, start + 8));
    if (!match) return undefined;
    const number = Number(match[1]);
    return { number, last: number, letter: '', words: '', start, end: start + match[1].length };
  });
  return countsParts(items) ? [] : found('item', items, index);
}

/** 78, 79, 710: the parts of item 7, of which the author left the dot out. */
function countsParts(items: readonly (Numbered | undefined)[]): boolean {
  return items.some((item, i) => {
    const before = String(items[i - 1]?.number ?? '');
    return /^\d9$/.test(before) && item?.number === Number(`${before[0]}10`);
  });
}

function inTable(table: Table, before: readonly Table[], index: LineIndex): Misnumbered[] {
  const [header, ...rows] = table.children;
  const [heading] = header.children;
  if (!heading || rows.length < MIN_NUMBERS) return [];
  const all = rows.map(({ children: [cell] }) => cell && numberOf(cell));
  // "6 and later", "Total" may end a table.
  const numbers = all.at(-1) === undefined ? all.slice(0, -1) : all;
  const isCounted = COUNTING.test(plainText(heading).trim()) && numbers[0]?.words === '';
  if (numbers[0]?.words && numbers.length < MIN_REFERENCES) return [];
  const wrong = [...found('row', numbers, index, isCounted), ...exchanged(numbers, index)].slice(0, 1);
  return wrong.length === 0 && isCounted && hasLostFirst(numbers, before)
    ? [startsLate(numbers[0]!, index)]
    : wrong;
}

function numberOf(cell: TableCell): Numbered | undefined {
  const parts = ROW_NUMBER.exec(plainText(cell).trim())?.groups;
  if (!parts) return undefined;
  const number = Number(parts.number);
  return {
    number,
    last: Number(parts.last ?? number),
    letter: parts.letter,
    words: parts.words.trim().replace(/s$/, ''),
    start: cell.children[0].position!.start.offset!,
    end: cell.children.at(-1)!.position!.end.offset!,
  };
}

/** Whether rows count from 2, and no table before them ends with 1. */
function hasLostFirst(numbers: readonly (Numbered | undefined)[], before: readonly Table[]): boolean {
  if (numbers[0]?.number !== 2 || numbers[1]?.number !== 3) return false;
  return !before.some(({ children }) => {
    const cell = children.at(-1)?.children[0];
    return cell !== undefined && numberOf(cell)?.last === 1;
  });
}

/** Two rows in the other order, where all others rise: the first of the two. */
function exchanged(numbers: readonly (Numbered | undefined)[], index: LineIndex): Misnumbered[] {
  if (numbers.length < MIN_RISING || !isComplete(numbers)) return [];
  const isRising = (rows: readonly Numbered[]): boolean =>
    rows.every((row, i) => i === 0 || (row.words === rows[0].words && rows[i - 1].number <= row.number));
  const falls = numbers.flatMap((row, i) => (i > 0 && numbers[i - 1].number > row.number ? [i] : []));
  const [at] = falls;
  if (falls.length !== 1 || !isRising(swapped(numbers, at))) return [];
  return [misplaced('row', numbers[at - 1], numbers[at], index)];
}

function swapped(numbers: readonly Numbered[], at: number): Numbered[] {
  return [...numbers.slice(0, at - 1), numbers[at], numbers[at - 1], ...numbers.slice(at + 1)];
}

function misplaced(
  kind: Misnumbered['kind'],
  first: Numbered,
  second: Numbered,
  index: LineIndex,
): Misnumbered {
  return {
    kind,
    range: index.range(first.start, first.end),
    written: writtenOf(first),
    expected: writtenOf(second),
    isExchanged: true,
  };
}

function writtenOf({ number, last, letter }: Numbered): string {
  return `${number}${last === number ? '' : `-${last}`}${letter}`;
}

function startsLate({ number, start, end }: Numbered, index: LineIndex): Misnumbered {
  return { kind: 'row', range: index.range(start, end), written: String(number), expected: '1' };
}

function found(
  kind: Misnumbered['kind'],
  numbers: readonly (Numbered | undefined)[],
  index: LineIndex,
  isCounted = true,
): Misnumbered[] {
  if (!numbers.every((one) => one?.words === numbers[0]?.words) || !isComplete(numbers)) return [];
  const breaks = numbers.flatMap((one, i) => (i > 0 && !countsOn(numbers[i - 1], one) ? [i] : []));
  const inOrder = breaks.length > 1 ? orderOf(numbers, breaks) : undefined;
  if (inOrder !== undefined) return [misplaced(kind, numbers[inOrder - 1], numbers[inOrder], index)];
  const wrong = wrongAmong(numbers, breaks);
  if (wrong === undefined || (!isCounted && breaks.length === 1)) return [];
  // Where the numbers begin again, two lists follow each other.
  if (wrong > 0 && numbers[wrong].number <= numbers[0].number) return [];
  const { start, end } = numbers[wrong];
  return [
    {
      kind,
      range: index.range(start, end),
      written: writtenOf(numbers[wrong]),
      expected: expectedAt(numbers, wrong),
    },
  ];
}

/** The position of the second of two neighbours whose exchange makes all numbers count on. */
function orderOf(numbers: readonly Numbered[], breaks: readonly number[]): number | undefined {
  return breaks.find((at) => {
    const mended = swapped(numbers, at);
    return mended.every((one, i) => i === 0 || countsOn(mended[i - 1], one));
  });
}

function isComplete(numbers: readonly (Numbered | undefined)[]): numbers is Numbered[] {
  return numbers.every((one) => one !== undefined);
}

/** "4" is followed by "5" or "4a", "4a" by "4b" or "5". */
function countsOn(one: Numbered, next: Numbered): boolean {
  if (next.letter === '') return next.number === one.last + 1;
  if (next.words !== '')
    return next.number === one.last ? next.letter > one.letter : next.number === one.last + 1;
  const before = one.letter === '' ? '`' : one.letter;
  return next.number === one.last && next.letter.charCodeAt(0) === before.charCodeAt(0) + 1;
}

/**
 * The position of the only number that is wrong: between two breaks, or the first or the last one. A list that goes on
 * with another number from one place on has lost an item there, or has one too many.
 */
function wrongAmong(numbers: readonly Numbered[], breaks: readonly number[]): number | undefined {
  const [first, second] = breaks;
  if (breaks.length === 1) return first === 1 && numbers[1].number === 2 ? 0 : first;
  const isOneWrong = breaks.length === 2 && second === first + 1 && second < numbers.length;
  return isOneWrong && numbers[second].number - numbers[first - 1].last === 2 ? first : undefined;
}

function expectedAt(numbers: readonly Numbered[], at: number): string {
  if (at > 0) return String(numbers[at - 1].last + 1);
  return String(numbers[1].number - 1);
}
