/** Reads "3, 4 and 7", "6-9", "6a to 6e", "3.2-3.4", "A and B": the numbers that follow "Section", "Step", "Phase". */

const NUMBER = String.raw`\d+(?:\.\d+)*[a-z]?(?![\w])(?!\.\d)`;
const LETTER = String.raw`[A-Z](?!\w)`;
const RANGE = String.raw`\s*(?:[-–—]|to|through)\s*`;
const COMMA = String.raw`\s*(?:,\s*(?:and\s+|or\s+)?|\s(?:and|or)\s+|&\s*)`;

/** A list of numbers, anchored nowhere; what follows a word in the plural. */
export const NUMBER_LIST = `${NUMBER}(?:${RANGE}${NUMBER})?(?:${COMMA}${NUMBER}(?:${RANGE}${NUMBER})?)*`;
/** One number or one range; what follows a word in the singular. */
export const NUMBER_ITEM = `${NUMBER}(?:${RANGE}${NUMBER})?`;
export const LETTER_LIST = `${LETTER}(?:${COMMA}${LETTER})*`;

export interface ListedNumber {
  value: string;
  /** Offsets within the list's text; all numbers of a range share the range's. */
  start: number;
  end: number;
  /** Inside a range, or at the tail of a list where a plain count may follow ("Sections 3, 4 and 15 variables"). */
  unsure: boolean;
}

const ITEM = new RegExp(`(${NUMBER}|${LETTER})(?:${RANGE}(${NUMBER}|${LETTER}))?`, 'g');
/** No list in a document is longer; a wider range is a slip or not a range. */
const WIDEST_RANGE = 60;

/** @param list text that matched one of the patterns above */
export function readNumbers(list: string): ListedNumber[] {
  const numbers: ListedNumber[] = [];
  for (const match of list.matchAll(ITEM)) {
    const start = match.index;
    const end = start + match[0].length;
    const values = match[2] === undefined ? [match[1]] : expandRange(match[1], match[2]);
    values.forEach((value, i) => {
      const inside = i > 0 && i < values.length - 1;
      numbers.push({ value, start, end, unsure: inside || (match[2] === undefined && numbers.length > 0) });
    });
  }
  return numbers;
}

/** "6" and "9" give 6, 7, 8, 9; "6a" and "6e" give 6a to 6e; what does not fit together gives its two ends. */
export function expandRange(from: string, to: string): string[] {
  const a = splitNumber(from);
  const b = splitNumber(to);
  const between = (low: number, high: number, make: (n: number) => string): string[] =>
    high > low && high - low <= WIDEST_RANGE
      ? Array.from({ length: high - low + 1 }, (_, i) => make(low + i))
      : [from, to];
  if (a.stem === b.stem && a.letter && b.letter) {
    return between(a.letter.charCodeAt(0), b.letter.charCodeAt(0), (n) => a.stem + String.fromCharCode(n));
  }
  if (a.letter || b.letter) return [from, to];
  const [headA, lastA] = splitLast(a.stem);
  const [headB, lastB] = splitLast(b.stem);
  return headA === headB ? between(lastA, lastB, (n) => headA + n) : [from, to];
}

function splitNumber(number: string): { stem: string; letter?: string } {
  const letter = /[a-z]$/.exec(number)?.[0];
  return { stem: letter ? number.slice(0, -1) : number, letter };
}

function splitLast(stem: string): [string, number] {
  const dot = stem.lastIndexOf('.') + 1;
  return [stem.slice(0, dot), Number(stem.slice(dot))];
}
