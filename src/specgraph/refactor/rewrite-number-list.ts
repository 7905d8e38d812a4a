/** Writes "Sections 6-9" anew when some of these sections are renumbered or removed, or when others come between them. */
import { expandRange, numbersAtEnd, type NumbersAtEnd } from '../extract/references/numbers.ts';
import { writeNumeral } from '../text/numerals.ts';

/** A number of a list, what it is now, and whether it named something at all. */
export interface ListedMember {
  value: string;
  /** "d" of "6(d)". */
  item?: string;
  /** Undefined where what it named is removed; the same number where it named nothing. */
  now?: string;
  itemNow?: string;
  isResolved: boolean;
}

/** A single number or a range; `end` is an offset in the words. */
export interface ListToken {
  end: number;
  members: readonly ListedMember[];
}

export interface NumberList {
  /** The words from "Sections" to the last number. */
  words: string;
  tokens: readonly ListToken[];
}

/** What the document that owns the numbers has after the refactoring. */
export interface OwnerNow {
  has(number: string): boolean;
  isNew(number: string): boolean;
  newInRange?: 'include' | 'exclude';
}

/** Offsets in the words of the list. */
export interface ListEdit {
  start: number;
  end: number;
  text: string;
}

export type RewrittenList =
  | { edits: ListEdit[] }
  /** New sections stand within a range, and nobody has said whether they are meant. */
  | { asksFor: string[] }
  /** Nothing is left of the list. */
  | { isEmpty: true }
  | { reason: string };

export function rewriteNumberList({ words, tokens }: NumberList, owner: OwnerNow): RewrittenList {
  const read = tokens.map((token) => ({ token, at: numbersAtEnd(words.slice(0, token.end)) }));
  if (read.some(({ at }) => at === undefined)) return { reason: 'its numbers cannot be told apart' };
  const written = read.map(({ token, at }) => ({ at: at!, token, now: writeToken(token, at!, owner) }));
  const asked = written.flatMap(({ now }) => ('asksFor' in now ? now.asksFor : []));
  if (asked.length > 0) return { asksFor: asked };
  const items = written.map(({ at, token, now }) => ({ at, token, parts: 'parts' in now ? now.parts : [] }));
  const isSimple = items.every(({ parts }) => parts.length === 1);
  if (isSimple)
    return {
      edits: items.flatMap(({ at, token, parts: [text] }) =>
        text === words.slice(at.start, token.end) ? [] : [{ start: at.start, end: token.end, text }],
      ),
    };
  const parts = items.flatMap((item) => item.parts);
  if (parts.length === 0) return { isEmpty: true };
  if (/[[\]<>*_]/.test(words)) return { reason: 'markup stands between its numbers' };
  const [first] = items;
  const separators = items
    .slice(1)
    .map(({ at }, i) => words.slice(items[i].token.end, at.start))
    .join('');
  const head = words.slice(0, first.at.start);
  const isOne = parts.length === 1 && expandable(parts[0]) === undefined;
  return {
    edits: [
      {
        start: 0,
        end: words.length,
        text: (isOne ? inSingular(head) : inPlural(head)) + joinNumbers(parts, separators),
      },
    ],
  };
}

function expandable(part: string): NumbersAtEnd | undefined {
  const at = numbersAtEnd(part);
  return at?.to === undefined ? undefined : at;
}

function writeToken(
  { members }: ListToken,
  at: NumbersAtEnd,
  owner: OwnerNow,
): { parts: string[] } | { asksFor: string[] } {
  if (at.to === undefined) {
    const [{ now, itemNow }] = members;
    return { parts: now === undefined ? [] : [writeLike(at.from, now, itemNow)] };
  }
  return writeRange(members, at, owner);
}

function writeRange(
  members: readonly ListedMember[],
  { from, joint, to }: NumbersAtEnd,
  owner: OwnerNow,
): { parts: string[] } | { asksFor: string[] } {
  // A range may leave out numbers that nothing has; both of its ends are kept as they are.
  const meant = members.filter(({ isResolved }, i) => isResolved || i === 0 || i === members.length - 1);
  const kept = meant.flatMap(({ now }) => (now === undefined ? [] : [now]));
  if (kept.length === 0) return { parts: [] };
  if (kept.length === 1) return { parts: [writeLike(from, kept[0])] };
  const whole = expandRange(kept[0], kept.at(-1)!);
  const others = whole.filter((number) => !kept.includes(number));
  const isRising = kept.every((number, i) => i === 0 || whole.indexOf(number) > whole.indexOf(kept[i - 1]));
  const added = others.filter((number) => owner.isNew(number));
  const isRange =
    isRising &&
    (meant.length === kept.length
      ? others.every((number) => !owner.has(number) || owner.isNew(number))
      : others.length === added.length);
  if (isRange && added.length > 0 && owner.newInRange === undefined) return { asksFor: added };
  if (isRange && (added.length === 0 || owner.newInRange === 'include'))
    return kept.length === 2 && members.length > 2 && whole.length === 2
      ? { parts: kept }
      : { parts: [writeLike(from, kept[0]) + joint! + writeLike(to!, kept.at(-1)!)] };
  return { parts: runsOf(kept).flatMap((run) => writeRun(run, joint!)) };
}

/** Consecutive numbers. */
function runsOf(numbers: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && isSuccessor(run.at(-1)!, number)) run.push(number);
    else runs.push([number]);
  }
  return runs;
}

function isSuccessor(before: string, number: string): boolean {
  const [lastBefore, last] = [before, number].map((one) => /(?:\d+|[A-Za-z])$/.exec(one)?.[0] ?? '');
  if (before.slice(0, -lastBefore.length) !== number.slice(0, -last.length)) return false;
  if (/^\d+$/.test(last)) return Number(last) === Number(lastBefore) + 1;
  return last.length === 1 && last.charCodeAt(0) === lastBefore.charCodeAt(0) + 1;
}

/** "6-8" for three and more numbers; two are named one by one. */
function writeRun(run: readonly string[], joint: string): string[] {
  return run.length > 2 ? [run[0] + joint + run.at(-1)!] : [...run];
}

const ROMAN: readonly [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** A number written as another one is: in digits, in words, or as a Roman number, with its item in parentheses. */
export function writeLike(like: string, number: string, item?: string): string {
  const behind = /\s?\(.*$/.exec(like)?.[0] ?? '';
  const tail = item === undefined ? behind : behind.replace(/\w+/, item);
  if (!/^\d+$/.test(number)) return number + tail;
  if (/^[IVX]{2,}$/.test(like)) return toRoman(Number(number));
  return /^[A-Za-z]{2,}$/.test(like) ? writeNumeral(Number(number), like) : number + tail;
}

function toRoman(value: number): string {
  let rest = value;
  let text = '';
  for (const [digit, letters] of ROMAN) for (; rest >= digit; rest -= digit) text += letters;
  return text;
}

const CONJUNCTION = /,?\s*\b(?:and\/or|and|or|plus|as well as)\s+|\s*&\s*/;

/** @param separators what stood between the numbers of the list before */
function joinNumbers(parts: readonly string[], separators: string): string {
  if (parts.length === 1) return parts[0];
  const last = CONJUNCTION.exec(separators)?.[0] ?? ' and ';
  const conjunction = parts.length === 2 ? last.replace(/^,\s*/, ' ') : last;
  return parts.slice(0, -1).join(', ') + conjunction + parts.at(-1)!;
}

/** "Sections " gives "Section ". */
function inSingular(head: string): string {
  return head
    .replace(/ices(?=\.?\s*$)/i, 'ix')
    .replace(/(?<=x)es(?=\.?\s*$)/i, '')
    .replace(/s(?=\.?\s*$)/i, '')
    .replace(/§§(?=\s*$)/, '§');
}

/** "Section " gives "Sections ". */
function inPlural(head: string): string {
  if (/(?:s\.?|§)\s*$/i.test(head)) return head;
  return head
    .replace(/(?<=append)ix(?=\s*$)/i, 'ices')
    .replace(/(?<=[a-z])(?=\.?\s*$)/i, (_, at: number) =>
      /ices\s*$/i.test(head.slice(0, at)) ? '' : /x$/i.test(head.slice(0, at)) ? 'es' : 's',
    );
}
