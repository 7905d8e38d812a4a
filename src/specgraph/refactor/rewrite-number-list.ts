/** Writes "Sections 6-9" anew when some of these sections are renumbered or removed, or when others come between them. */
import { expandRange, numbersAtEnd, type NumbersAtEnd } from '../extract/references/numbers.ts';
import { writeNumeral } from '../text/numerals.ts';
import { isChoice } from './connectives.ts';
import { compareNumbers, isSuccessor } from './number-order.ts';

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
  const placed = read.map(({ token, at }, index): PlacedToken => ({ token, at: at!, index }));
  const asked = placed.flatMap((one) => newWithin(one, owner));
  if (asked.length > 0) return { asksFor: asked };
  const byToken = placed.map((one) => ({ ...one, runs: runsOf(one, owner) }));
  const runs = byToken.flatMap((one) => one.runs);
  if (runs.length === 0) return { isEmpty: true };
  const before = tokens.flatMap(({ members }) => members.map(({ value }) => value));
  const isRising = before.every((number, i) => i === 0 || compareNumbers(before[i - 1], number) <= 0);
  const merged = mergeRuns(runs, isRising, isChoice(words));
  const hasMarkup = /[[\]<>*_]/.test(words);
  const isOneToOne = byToken.every((one) => one.runs.length === 1);
  const isInOrder = merged.length === runs.length && merged.every((run, i) => run === runs[i]);
  const becomesOne = placed.length === 1 && placed[0].at.to !== undefined && runs[0].members.length === 1;
  if (isOneToOne && ((isInOrder && !becomesOne) || hasMarkup))
    return {
      edits: byToken.flatMap(({ at, token, runs: [run] }) => {
        const text = writeRun(run, true).join('');
        return text === words.slice(at.start, token.end) ? [] : [{ start: at.start, end: token.end, text }];
      }),
    };
  if (hasMarkup) return { reason: 'markup stands between its numbers' };
  return { edits: [{ start: 0, end: words.length, text: writeList(words, placed, merged) }] };
}

/** How two lists are written as one. */
export interface JoinedForm {
  /** What joins the last two numbers where the first list has none such: "and" or "or". */
  conjunction: 'and' | 'or';
  /** What joins the ends of a range: numbers that follow each other are a range. */
  joint?: string;
}

/**
 * Writes two lists as one, in the form of the first one: the numbers of the second one were those of another document.
 * @returns undefined where their numbers cannot be told apart
 */
export function joinNumberLists(
  first: NumberList,
  second: NumberList,
  owner: Pick<OwnerNow, 'has' | 'isNew'>,
  { conjunction, joint }: JoinedForm,
): string | undefined {
  const [placed, others] = [first, second].map(({ words, tokens }, list) =>
    tokens.flatMap((token, i): PlacedToken[] => {
      const at = /[[\]<>*_]/.test(words) ? undefined : numbersAtEnd(words.slice(0, token.end));
      return at ? [{ token, at, index: list * first.tokens.length + i }] : [];
    }),
  );
  if (placed.length < first.tokens.length || others.length < second.tokens.length) return undefined;
  const runs = placed.flatMap((one) => runsOf(one, owner));
  // What was counted in another document was no neighbour.
  const more = others
    .flatMap((one) => runsOf(one, owner))
    .map((run) => ({ ...run, members: run.members.map(({ number, text }) => ({ number, text })) }));
  const merged = mergeRuns([...runs, ...more], true, conjunction === 'or');
  const written = joint === undefined ? merged : rangesOf(merged, joint);
  return writeList(first.words, placed, written, ` ${conjunction} `);
}

/** A range that was taken apart left single numbers: "Section 1" and "Section 2" of 1-2. */
function rangesOf(runs: readonly Run[], joint: string): Run[] {
  const all: Run[][] = [];
  for (const run of runs) {
    const end = all.at(-1)?.at(-1)?.members.at(-1);
    if (end && isSuccessor(end.number, run.members[0].number)) all.at(-1)!.push(run);
    else all.push([run]);
  }
  return all.map((own) => ({
    ...own[0],
    joint: own[0].joint ?? joint,
    isCut: false,
    members: own.flatMap(({ members }) => members),
  }));
}

/** A number or range of the list. */
interface PlacedToken {
  token: ListToken;
  at: NumbersAtEnd;
  /** Position in the list. */
  index: number;
}

/** Numbers that follow each other, and how they are written. */
interface Run {
  /** `before` is absent for a number of another document. */
  members: { number: string; text: string; before?: string }[];
  /** What joins the first and the last one; absent where they were written one by one. */
  joint?: string;
  index: number;
  /** A part of the range is removed: what is left of two is named one by one. */
  isCut: boolean;
}

/** The members of a range that count: it may leave out numbers that nothing has; both of its ends are kept. */
function meantMembers({ members }: ListToken): ListedMember[] {
  return members.filter(({ isResolved }, i) => isResolved || i === 0 || i === members.length - 1);
}

/** The new sections between the sections of a range, where nobody has said whether they are meant. */
function newWithin({ token, at }: PlacedToken, owner: OwnerNow): string[] {
  if (at.to === undefined || owner.newInRange !== undefined) return [];
  const kept = meantMembers(token)
    .flatMap(({ now }) => now ?? [])
    .toSorted(compareNumbers);
  if (kept.length < 2) return [];
  return expandRange(kept[0], kept.at(-1)!).filter((number) => !kept.includes(number) && owner.isNew(number));
}

function runsOf({ token, at, index }: PlacedToken, owner: OwnerNow): Run[] {
  if (at.to === undefined) {
    const [{ now, itemNow, value }] = token.members;
    if (now === undefined) return [];
    return [
      {
        members: [{ number: now, text: writeLike(at.from, now, itemNow), before: value }],
        index,
        isCut: false,
      },
    ];
  }
  const meant = meantMembers(token);
  const removed = meant.filter(({ now }) => now === undefined).map(({ value }) => value);
  const kept = meant
    .flatMap(({ now, value }) => (now === undefined ? [] : [{ number: now, before: value }]))
    .toSorted((a, b) => compareNumbers(a.number, b.number));
  if (kept.length === 0) return [];
  const between = expandRange(kept[0].number, kept.at(-1)!.number).filter(
    (number) => !kept.some((one) => one.number === number),
  );
  const included = owner.newInRange === 'include' ? between.filter((number) => owner.isNew(number)) : [];
  const gaps = between.filter(
    (number) => !included.includes(number) && (owner.has(number) || removed.includes(number)),
  );
  const runs: Run[] = [];
  for (const { number, before } of kept) {
    const open = runs.at(-1);
    const last = open?.members.at(-1)?.number;
    const like = before === kept[0].before ? at.from : at.to;
    const member = { number, before, text: writeLike(like, number) };
    const isSplit =
      last === undefined ||
      gaps.some((gap) => compareNumbers(gap, last) > 0 && compareNumbers(gap, number) < 0) ||
      (!isSuccessor(last, number) &&
        !between.some((one) => compareNumbers(one, last) > 0 && compareNumbers(one, number) < 0));
    if (isSplit)
      runs.push({ members: [member], joint: at.joint, index, isCut: removed.length > 0 && gaps.length > 0 });
    else open!.members.push(member);
  }
  return runs;
}

/**
 * Runs that have become neighbours are one range again, unless they were neighbours before and written apart, or are a
 * choice: "Sections 2 or 4-6" never becomes "Sections 3-6".
 */
function mergeRuns(runs: readonly Run[], isRising: boolean, areChoice: boolean): Run[] {
  const sorted = isRising
    ? runs.toSorted((a, b) => compareNumbers(a.members[0].number, b.members[0].number))
    : [...runs];
  const merged: Run[] = [];
  for (const run of sorted) {
    const last = merged.at(-1);
    const [end, start] = [last?.members.at(-1), run.members[0]];
    const joins =
      last !== undefined &&
      end !== undefined &&
      (last.joint ?? run.joint) !== undefined &&
      isSuccessor(end.number, start.number) &&
      !(last.index !== run.index && (areChoice || wereNeighbours(end, start)));
    if (joins)
      merged[merged.length - 1] = {
        ...last,
        joint: last.joint ?? run.joint,
        members: [...last.members, ...run.members],
      };
    else merged.push(run);
  }
  return merged;
}

function wereNeighbours(one: Run['members'][number], other: Run['members'][number]): boolean {
  return one.before !== undefined && other.before !== undefined && isSuccessor(one.before, other.before);
}

/** "6-8"; two numbers of a range that was cut, and numbers that were written one by one, are named one by one. */
function writeRun({ members, joint, isCut }: Run, isWhole = false): string[] {
  const isRange = joint !== undefined && members.length > (isCut && !isWhole ? 2 : 1);
  return isRange ? [members[0].text + joint + members.at(-1)!.text] : members.map(({ text }) => text);
}

/** @param conjunction of two numbers where the list had one */
function writeList(
  words: string,
  placed: readonly PlacedToken[],
  runs: readonly Run[],
  conjunction = ' and ',
): string {
  const parts = runs.flatMap((run) => writeRun(run));
  const separators = placed.slice(1).map(({ at }, i) => words.slice(placed[i].token.end, at.start));
  const head = words.slice(0, placed[0].at.start);
  const isOne = parts.length === 1 && numbersAtEnd(parts[0])?.to === undefined;
  // "Section 4 or 5" is as right as "Sections 4 or 5".
  const isAsWritten = placed.length > 1 || (conjunction === ' or ' && parts.length === 2);
  const written = isOne ? inSingular(head) : isAsWritten ? head : inPlural(head);
  return written + joinNumbers(parts, separators, conjunction);
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

/**
 * @param separators what stood between the numbers of the list before
 * @param conjunction where none of them is one
 */
function joinNumbers(parts: readonly string[], separators: readonly string[], conjunction: string): string {
  if (parts.length === 1) return parts[0];
  const last = separators.flatMap((one) => CONJUNCTION.exec(one)?.[0] ?? []).at(-1) ?? conjunction;
  const before = parts.length === 2 ? last.replace(/^,\s*/, ' ') : last;
  return parts.slice(0, -1).join(', ') + before + parts.at(-1)!;
}

/** "Sections " gives "Section ". */
function inSingular(head: string): string {
  return head
    .replace(/ices(?=\.?\s*$)/i, 'ix')
    .replace(/(?<=x)es(?=\.?\s*$)/i, '')
    .replace(/s(?=\.?\s*$)/i, '')
    .replace(/§§(?=\s*$)/, '§');
}

/** "Section " gives "Sections ", "Appendix " gives "Appendices ". */
function inPlural(head: string): string {
  if (/(?:s\.?|§)\s*$/i.test(head)) return head;
  if (/appendix\s*$/i.test(head)) return head.replace(/ix(?=\s*$)/i, 'ices');
  return head.replace(/(?<last>[a-z])(?=\.?\s*$)/i, (last) => last + (/x/i.test(last) ? 'es' : 's'));
}
