/** Reads "3, 4 and 7", "6-9", "6a to 6e", "3.2-3.4", "A and B": the numbers behind "Section", "Step", "Phase". */
import type { NumberForm } from '../../kinds/numbered.ts';
import { readNumeral, readRoman, SMALL_NUMBERS } from '../../text/numerals.ts';

/** "(d)" of "Section 6(d)"; a blank may stand before it. */
const ITEM_OF = String.raw`(?: ?\((?:[a-z]|[ivx]{2,3}|\d{1,2})\))*`;
const NUMBER = String.raw`\d+(?:\.\d+)*[a-z]?(?![\w%])(?!\.\d)${ITEM_OF}`;
const LETTER = String.raw`[A-Z](?:\.\d+)*(?![\w])(?!\.\d)`;
/** Behind a word for sections, a letter alone may be a word ("this section I wrote"). */
const LETTER_WITH_PART = String.raw`[A-Z](?:\.\d+)+(?![\w])(?!\.\d)`;
/** "Section IV". */
const ROMAN_NUMBER = String.raw`[IVX]{1,7}(?![\w'’-])(?!\.\d)`;
/** "Chapter nine". A small "one" may be a word: "in this section one reads …". */
const IN_WORDS = `(?:One|${SMALL_NUMBERS.slice(1)
  .flatMap((word) => [word, word[0].toUpperCase() + word.slice(1)])
  .join('|')})(?![\\w-])`;
/** "Table 3-1", "Figure A-2", "Table 2.3-1": the first of chapter 3, the second of Appendix A, the first of Section 2.3. */
const PAIR = String.raw`(?:\d{1,3}|[A-Z])(?:\.\d{1,3})*-\d{1,3}(?![\w%-])(?!\.\d)`;
const PAIRS = new RegExp(PAIR, 'g');
/** "Step (3)". */
const BRACKETED = String.raw`\(\d{1,2}[a-z]?\.?\)`;
/** "Section #9", "section no. 9". */
const SIGN = String.raw`(?:#|[Nn]o\.\s*|[Nn]umbers?\s+)?`;
const RANGE = String.raw`\s*(?:[-–—]|to|through|thru|until|up to|\.{2,3}|…)\s*`;
const COMMA = String.raw`\s*(?:,\s*(?:(?:and|or)\s+)?|\s(?:and\/or|and|or|plus|as well as)\s+|&\s*|\/)`;
const AND = String.raw`(?:\s*,)?\s*(?:\b(?:and|or)\s+|&\s*)`;

/** @returns a pattern of one number of these forms; a letter alone is one where letters are the first of them */
export function numberPattern(forms: readonly NumberForm[]): string {
  if (!forms.includes('numbers')) return LETTER;
  if (forms[0] === 'letters') return `(?:${LETTER}|${NUMBER})`;
  const number = forms.includes('letters') ? `${NUMBER}|${LETTER_WITH_PART}` : NUMBER;
  return forms.includes('pairs') ? `(?:${PAIR}|${number})` : `(?:${number})`;
}

/** @returns a pattern of a list of numbers and ranges: what follows a word in the plural */
export function listPattern(forms: readonly NumberForm[]): string {
  const number = numberPattern(forms);
  const range = `${number}(?:${RANGE}${number})?`;
  return orBracketed(orInWords(`${range}(?:${COMMA}${range})*`, forms, COMMA), forms);
}

/** "(1), (2) or (3)", and with half of the marks "1) through 8)". */
function orBracketed(list: string, forms: readonly NumberForm[]): string {
  if (!forms.includes('bracketed')) return list;
  const joint = `(?:${COMMA}|${RANGE})`;
  const half = String.raw`\d{1,2}[a-z]?\)`;
  return `${BRACKETED}(?:${joint}${BRACKETED})*|${half}(?:${joint}${half})+|${list}`;
}

/**
 * @returns a pattern of one number or range, or a list that ends in "and": what follows a word in the singular. A comma
 *   alone may end the reference.
 */
export function singlePattern(forms: readonly NumberForm[]): string {
  const number = numberPattern(forms);
  const range = `${number}(?:${RANGE}${number})?`;
  const list = orInWords(`${range}(?:(?:\\s*,\\s*${range})*${AND}${range})?`, forms, AND);
  return forms.includes('bracketed') ? `${BRACKETED}|${list}` : list;
}

function orInWords(list: string, forms: readonly NumberForm[], and: string): string {
  if (!forms.includes('numbers')) return list;
  return `${SIGN}${list}|${IN_WORDS}(?:${and}${IN_WORDS})?|${ROMAN_NUMBER}(?:${RANGE}${ROMAN_NUMBER})?`;
}

export interface ListedNumber {
  value: string;
  /** "d" of "6(d)": an item of the section. */
  item?: string;
  /** Offsets within the list's text; all numbers of a range share the range's. */
  start: number;
  end: number;
  /** Within a range: the document may leave it out. */
  isInside: boolean;
}

const ANY = `${NUMBER}|${IN_WORDS}|${ROMAN_NUMBER}|${LETTER}`;
const ITEM = new RegExp(`(${ANY})(?:${RANGE}(${ANY}))?`, 'g');
/** No list in a document is longer; a wider range is a slip or not a range. */
const MAX_RANGE = 60;

/**
 * @param list text that matched one of the patterns above
 * @param given `forms` of the series, and whether its word is in the plural: "Tables 3-5" are three, "Table 3-5" is one
 */
export function readNumbers(
  list: string,
  given: { forms?: readonly NumberForm[]; isPlural?: boolean } = {},
): ListedNumber[] {
  const pairs = given.forms?.includes('pairs') ? [...list.matchAll(PAIRS)] : [];
  if (pairs.length > (given.isPlural ? 1 : 0))
    return pairs.map(({ 0: value, index }) => ({
      value,
      start: index,
      end: index + value.length,
      isInside: false,
    }));
  if (/^\(?\d+[a-z]?\.?\)/.test(list)) return bracketedNumbers(list);
  const numbers: ListedNumber[] = [];
  // "Part V" is the fifth, "Section V" may be the one behind U.
  const isRoman = given.forms !== undefined && !given.forms.includes('letters');
  const digits = (number: string): string =>
    isRoman && /^[IVX]$/.test(number) ? String(readRoman(number)) : inDigits(number);
  for (const match of list.matchAll(ITEM)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[2] === undefined) {
      numbers.push({ ...splitItem(match[1], digits), start, end, isInside: false });
      continue;
    }
    const values = expandRange(digits(match[1]), digits(match[2]));
    values.forEach((value, i) =>
      numbers.push({ value, start, end, isInside: i > 0 && i < values.length - 1 }),
    );
  }
  return numbers;
}

/** "(1)" to "(4)" are the two that are named. */
function bracketedNumbers(list: string): ListedNumber[] {
  return [...list.matchAll(/\(?(\d+[a-z]?)\.?\)/g)].map(({ 0: written, 1: value, index }) => ({
    value,
    start: index,
    end: index + written.length,
    isInside: false,
  }));
}

function splitItem(number: string, digits: (number: string) => string): { value: string; item?: string } {
  const [, value, item] = /^([^( ]+)(?: ?\((\w+)\))?/.exec(number)!;
  return item === undefined ? { value: digits(value) } : { value, item };
}

/** "4" of "four", "Four" and "IV"; other numbers and letters as they stand. */
function inDigits(number: string): string {
  if (/^\d|^[A-Z](?:\.|$)/.test(number)) return number;
  const value = /^[IVX]+$/.test(number) ? readRoman(number) : readNumeral(number);
  return Number.isNaN(value) ? number : String(value);
}

const AT_END = new RegExp(`(?<from>${ANY})(?:(?<joint>${RANGE})(?<to>${ANY}))?$`);

/** The number or range with which words end: "6" and "9" of "Sections 6-9". Offsets in the words. */
export interface NumbersAtEnd {
  start: number;
  from: string;
  /** Of a range: what joins the two numbers, and the second one. */
  joint?: string;
  to?: string;
}

export function numbersAtEnd(words: string): NumbersAtEnd | undefined {
  const match = AT_END.exec(words);
  if (!match) return undefined;
  const { from, joint, to } = match.groups!;
  return { start: match.index, from, joint, to };
}

/** "6" and "9" give 6, 7, 8, 9; "6a" and "6e" give 6a to 6e; what does not fit together gives its two ends. */
export function expandRange(from: string, to: string): string[] {
  if (/^[A-Z]$/.test(from) && /^[A-Z]$/.test(to))
    return valuesBetween(from, to, from.charCodeAt(0), to.charCodeAt(0), (n) => String.fromCharCode(n));
  const a = splitLetter(from);
  const b = splitLetter(to);
  if (a.stem === b.stem && a.letter && b.letter) {
    const make = (code: number): string => a.stem + String.fromCharCode(code);
    return valuesBetween(from, to, a.letter.charCodeAt(0), b.letter.charCodeAt(0), make);
  }
  if (a.letter || b.letter) return [from, to];
  const [headA, lastA] = splitLast(a.stem);
  const [headB, lastB] = splitLast(b.stem);
  return headA === headB ? valuesBetween(from, to, lastA, lastB, (n) => headA + n) : [from, to];
}

function valuesBetween(
  from: string,
  to: string,
  low: number,
  high: number,
  make: (n: number) => string,
): string[] {
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

/** Words in "s" behind a number that are no plural noun: "Sections 2 and 9 say", but "Section 2 and 15 variables". Words in "ss" never are: "pass". */
const NO_NOUNS = new Set(
  `is was has does this its as us thus plus across always perhaps unless whereas versus besides towards sometimes
  says describes defines applies specifies explains contains lists shows gives covers requires states provides
  includes discusses holds means needs makes uses sets allows concerns addresses gets becomes remains refers`.split(
    /\s+/,
  ),
);
const COUNTED =
  /^\s+(?:(more|others?|further|additional|different|distinct|separate|new)\b|([a-z]{2,}[a-rt-z]s)\b)/;
const UNIT =
  /^\s*(?:[mnμ]?s|sec|seconds?|min|minutes?|h|hours?|days?|[kmcnμ]?m|kg|[kKMG]?Hz|[kKMGT]i?B|bytes?|bits?|%)(?!\w)/;

/** Whether the last number of a list counts what follows instead of naming a section: "Section 4 and 15 variables". */
export function isCount(after: string): boolean {
  const counted = COUNTED.exec(after);
  if (counted) return counted[1] !== undefined || !NO_NOUNS.has(counted[2]);
  return isMeasured(after);
}

/** Whether a unit of measure follows a number. */
export function isMeasured(after: string): boolean {
  return UNIT.test(after);
}
