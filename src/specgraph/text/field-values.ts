/** Values of fields: from text, back to text, and whether two texts are the same value. */
import type { FieldType, FieldValue } from '../model/index.ts';

/** "(empty)", "--" and an empty cell all mean that there is no value. */
export function normaliseValue(text: string): string {
  const value = text.trim();
  return /^(?:\(empty\)|\(none\)|--?|—|empty)$/i.test(value) ? '' : value;
}

/**
 * Reads the text of a cell.
 * @returns undefined where a flag cannot be told from the text, and for an empty list
 */
export function readFieldValue(type: FieldType, text: string): FieldValue | undefined {
  switch (type) {
    case 'text':
      return text;
    case 'list': {
      const members = membersOf(normaliseValue(text));
      return members.length > 0 ? members : undefined;
    }
    case 'flag':
      return readFlag(text);
    case 'value':
    case 'range':
    case 'unit':
      return normaliseValue(text);
  }
}

/** The value as text, as a cell would state it; "" for none. */
export function writeFieldValue(value: FieldValue | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(',') : (value ?? '');
}

/** Whether two texts state the same value of a field. */
export function isSameValue(type: FieldType, one: string, other: string): boolean {
  return one === other || normalForm(type, one) === normalForm(type, other);
}

function normalForm(type: FieldType, text: string): string {
  switch (type) {
    case 'text':
      return text;
    case 'value':
      return normaliseValue(text);
    case 'list':
      return membersOf(normaliseValue(text)).join(',');
    case 'range':
      return normalRange(normaliseValue(text));
    case 'unit':
      return UNITS.get(text.trim().toLowerCase()) ?? text.trim();
    case 'flag':
      return String(readFlag(text) ?? text);
  }
}

function membersOf(text: string): string[] {
  return text
    .split(',')
    .map((member) => member.trim())
    .filter(Boolean);
}

const YES = /^(?:yes|y|true|required|mandatory|always|✓|✔|✅|x)$/i;
const NO = /^(?:no|n|false|optional|never|✗|✘|❌|--?|—|)$/i;

/** Whether a cell says yes or no; undefined where it is neither. */
export function readFlag(text: string): boolean | undefined {
  const word = text.trim();
  if (YES.test(word)) return true;
  return NO.test(word) ? false : undefined;
}

const END = String.raw`[-+]?(?:\d+(?:\.\d+)?|\.\d+)`;
const BETWEEN = String.raw`\s*(?<sign>\.{2,3}|…|-|–|—|,|\bto\b|\bthrough\b)\s*`;
const RANGE = new RegExp(
  String.raw`^(?<open>[[(])?(?<low>${END})${BETWEEN}(?<high>${END})(?<close>[\])])?$`,
  'i',
);

/** Parentheses exclude an end, so "(0, 1]" is another range than "[0, 1]"; "0-1" includes both. */
function normalRange(text: string): string {
  const { open, low, sign, high, close } = RANGE.exec(text)?.groups ?? {};
  if (low === undefined || (open === undefined) !== (close === undefined)) return text;
  // Without brackets a comma separates thousands or members of a list.
  if (sign === ',' && open === undefined) return text;
  return `${open ?? '['}${Number(low)}..${Number(high)}${close ?? ']'}`;
}

/** Spellings of units by their common name. Letter case is ignored only for words: "Mb" and "MB" differ. */
const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ms: ['msec', 'msecs', 'millisecond', 'milliseconds'],
    s: ['sec', 'secs', 'second', 'seconds'],
    min: ['mins', 'minute', 'minutes'],
    h: ['hr', 'hrs', 'hour', 'hours'],
    d: ['day', 'days'],
    B: ['byte', 'bytes'],
    KiB: ['kibibyte', 'kibibytes'],
    MiB: ['mebibyte', 'mebibytes'],
    GiB: ['gibibyte', 'gibibytes'],
    '%': ['percent', 'per cent'],
  }).flatMap(([unit, words]) => words.map((word) => [word, unit] as const)),
);
