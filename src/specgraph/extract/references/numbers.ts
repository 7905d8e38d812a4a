/** Reads "3, 4 and 7", "6-9", "6a to 6e", "3.2-3.4", "A and B": the numbers behind "Section", "Step", "Phase". */
import type { NumberForm } from '../../kinds/numbered.ts';

const ITEM_OF = String.raw`(?:\([a-z0-9]{1,3}\))*`;
const NUMBER = String.raw`\d+(?:\.\d+)*[a-z]?(?![\w])(?!\.\d)${ITEM_OF}`;
const LETTER = String.raw`[A-Z](?:\.\d+)*(?![\w])(?!\.\d)`;
/** Behind a word for sections, a letter alone may be a word ("this section I wrote"). */
const LETTER_WITH_PART = String.raw`[A-Z](?:\.\d+)+(?![\w])(?!\.\d)`;
const RANGE = String.raw`\s*(?:[-–—]|to|through)\s*`;
const COMMA = String.raw`\s*(?:,\s*(?:(?:and|or)\s+)?|\s(?:and|or)\s+|&\s*)`;
const AND = String.raw`\s*,?\s*(?:\b(?:and|or)\s+|&\s*)`;

/** @returns a pattern of one number of these forms */
export function numberPattern(forms: readonly NumberForm[]): string {
  if (!forms.includes('numbers')) return LETTER;
  return forms.includes('letters') ? `(?:${NUMBER}|${LETTER_WITH_PART})` : NUMBER;
}

/** A list of numbers and ranges; what follows a word in the plural. */
export function listPattern(number: string): string {
  const range = `${number}(?:${RANGE}${number})?`;
  return `${range}(?:${COMMA}${range})*`;
}

/** One number or range, or a list that ends in "and": what follows a word in the singular. A comma alone may end the reference. */
export function singlePattern(number: string): string {
  const range = `${number}(?:${RANGE}${number})?`;
  return `${range}(?:(?:\\s*,\\s*${range})*${AND}${range})?`;
}

export interface ListedNumber {
  value: string;
  /** "d" of "6(d)": an item of the section. */
  item?: string;
  /** Offsets within the list's text; all numbers of a range share the range's. */
  start: number;
  end: number;
  /** Within a range: the document may leave it out. */
  inside: boolean;
}

const ANY = `${NUMBER}|${LETTER}`;
const ITEM = new RegExp(`(${ANY})(?:${RANGE}(${ANY}))?`, 'g');
/** No list in a document is longer; a wider range is a slip or not a range. */
const MAX_RANGE = 60;

/** @param list text that matched one of the patterns above */
export function readNumbers(list: string): ListedNumber[] {
  const numbers: ListedNumber[] = [];
  for (const match of list.matchAll(ITEM)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[2] === undefined) {
      numbers.push({ ...splitItem(match[1]), start, end, inside: false });
      continue;
    }
    const values = expandRange(match[1], match[2]);
    values.forEach((value, i) => numbers.push({ value, start, end, inside: i > 0 && i < values.length - 1 }));
  }
  return numbers;
}

function splitItem(number: string): { value: string; item?: string } {
  const [, value, item] = /^([^(]+)(?:\((\w+)\))?/.exec(number)!;
  return item === undefined ? { value } : { value, item };
}

/** "6" and "9" give 6, 7, 8, 9; "6a" and "6e" give 6a to 6e; what does not fit together gives its two ends. */
export function expandRange(from: string, to: string): string[] {
  if (/^[A-Z]$/.test(from) && /^[A-Z]$/.test(to))
    return between(from, to, from.charCodeAt(0), to.charCodeAt(0), (n) => String.fromCharCode(n));
  const a = splitLetter(from);
  const b = splitLetter(to);
  if (a.stem === b.stem && a.letter && b.letter) {
    const make = (code: number): string => a.stem + String.fromCharCode(code);
    return between(from, to, a.letter.charCodeAt(0), b.letter.charCodeAt(0), make);
  }
  if (a.letter || b.letter) return [from, to];
  const [headA, lastA] = splitLast(a.stem);
  const [headB, lastB] = splitLast(b.stem);
  return headA === headB ? between(from, to, lastA, lastB, (n) => headA + n) : [from, to];
}

function between(from: string, to: string, low: number, high: number, make: (n: number) => string): string[] {
  if (high <= low || high - low > MAX_RANGE) return [from, to];
  return Array.from({ length: high - low + 1 }, (_, i) => make(low + i));
}

function splitLetter(number: string): { stem: string; letter?: string } {
  const letter = /[a-z]$/.exec(number)?.[0];
  return { stem: letter ? number.slice(0, -1) : number, letter };
}

function splitLast(stem: string): [string, number] {
  const dot = stem.lastIndexOf('.') + 1;
  return [stem.slice(0, dot), Number(stem.slice(dot))];
}

/** Words in "s" behind a number that are no plural noun: "Sections 2 and 9 say", but "Section 2 and 15 variables". */
const NO_NOUNS = new Set(
  `is was has does this its as us thus plus across always perhaps unless whereas versus besides towards sometimes
  says describes defines applies specifies explains contains lists shows gives covers requires states provides
  includes discusses holds means needs makes uses sets allows concerns addresses gets becomes remains refers`.split(
    /\s+/,
  ),
);
const COUNTED = /^\s+(?:(more|others?|further|additional|different|distinct|separate|new)\b|([a-z]{3,}s)\b)/;
const UNIT = /^\s*(?:ms|s|sec|seconds?|min|minutes?|h|hours?|days?|[kKMG]i?B|bytes?|bits?|%)(?!\w)/;

/** Whether the last number of a list counts what follows instead of naming a section: "Section 4 and 15 variables". */
export function isCount(after: string): boolean {
  const counted = COUNTED.exec(after);
  if (counted) return counted[1] !== undefined || !NO_NOUNS.has(counted[2]);
  return UNIT.test(after);
}
