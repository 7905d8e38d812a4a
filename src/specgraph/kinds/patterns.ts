/**
 * The patterns of a configuration: regular expressions in which `{id}` stands for an id and `{n}` for a number. They are
 * compared with text in which code spans have their backticks, and one place stands for a list of ids as well.
 */
import { slowPart } from '../text/slow-expression.ts';
import type { IdPattern } from './kind.ts';

/** A number in digits, also a hexadecimal one; no part of "2.1" or "3rd". */
const NUMBER = String.raw`(?:0[xX][\da-fA-F]+|\d+)(?!\w|\.\d)`;
/** An id without a pattern of its own: one word, which may hold signs but does not end with one. */
const WORD = String.raw`[\p{L}\p{N}_]+(?:[-.:/+][\p{L}\p{N}_]+)*`;
/** The same where other characters of the pattern stand directly before it: "ERR_{id}", "REQ-{id}". */
const REST_OF_WORD = String.raw`[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*`;
/** Between two ids of a list; without the slash where ids hold slashes themselves. */
const BETWEEN = [',|/|&', ',|&'].map(
  (signs) => String.raw`(?:\s*(?:${signs})\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+)`,
);
/** The place of the id with the signs around it that each id of a list repeats: "`{id}`", "#{n}", "\[{id}\]". */
const PLACE = /(?<tick>`\??)?(?<sign>#\??|\\?\[)?\{(?<which>id|n)\}(?<closing>\\?\])?(?<tickBehind>`\??)?/;

/** How many places for an id a pattern has. */
export function countPlaces(pattern: string): number {
  return pattern.match(/\{(?:id|n)\}/g)?.length ?? 0;
}

/** Whether the ids of a pattern are numbers. */
export function isNumbered(pattern: string): boolean {
  return pattern.includes('{n}');
}

/**
 * @param pattern with one place for an id
 * @param id regular expression of an id, if the configuration gives one
 * @throws SyntaxError if the pattern is no regular expression
 */
export function readPattern(pattern: string, id?: string): IdPattern {
  const match = PLACE.exec(pattern);
  if (!match) throw new SyntaxError('a pattern needs one place for the id, {id} or {n}');
  const { tick = '', sign = '', which, closing = '', tickBehind = '' } = match.groups!;
  const before = pattern.slice(0, match.index);
  const behind = pattern.slice(match.index + match[0].length);
  const isWhole = pattern === '{id}' && id === undefined;
  const isAttached = /[^\s`]$/.test(before) && sign === '';
  const own =
    id ?? (which === 'n' ? NUMBER : isWhole || tick === '`' ? '[^`]+' : isAttached ? REST_OF_WORD : WORD);
  // The backticks of an id are optional where the pattern has none: "the {id} message" reads "the `ping` message".
  const item = `${tick || '`?'}${literal(sign)}(?<id>${own})${literal(closing)}${tickBehind || '`?'}`;
  const one = item.replace('(?<id>', '(?:');
  // Any word could be the next id of a list, unless a sign or its form tells.
  const isListed = id !== undefined || which === 'n' || tick === '`' || sign !== '';
  const list = isListed ? listOf(one, one, id) : one;
  const source = `${blanks(before, which === 'n')}(?<ids>${list})${blanks(behind, false)}`;
  new RegExp(source, 'u');
  return { pattern: source, item };
}

/**
 * @param id the form of an id, if the configuration gives one: an id that may hold what separates ids could be read in
 * many ways, so it stands alone
 */
function listOf(first: string, next: string, id?: string): string {
  const lists = BETWEEN.map((between) => `${first}(?:${between}${next})*`);
  if (id === undefined) return lists[0];
  return lists.find((list) => slowPart(`${list}(?!x)`, 'u') === undefined) ?? first;
}

/** A bracket around the place of an id is a bracket, whether the author escaped it or not. */
function literal(sign: string): string {
  return sign.replace(/^[[\]]/, String.raw`\$&`);
}

/** A blank stands for any blanks; directly before a number also for none: "kind {n}" reads "kind:1" and "kind1". */
function blanks(words: string, isBeforeNumber: boolean): string {
  const trimmed = isBeforeNumber ? words.replace(/ +$/, '') : words;
  const inner = trimmed.replace(/(?<!\\) +/g, String.raw`\s+`);
  return trimmed.length < words.length ? `${inner}\\s*` : inner;
}

/**
 * A pattern of documents, "BOLT #{n}" or "NIP-{id}", whose words are written in several ways: "BOLT 7", "BOLT#7", "NIP44",
 * "BOLTs #2 and #3".
 */
export function readNamePattern(pattern: string, id?: string): IdPattern {
  const match = /^(?<words>[\p{L}\p{N}][\p{L}\p{N} ]*?)(?<sign>[\s#-]*)\{(?<which>id|n)\}$/u.exec(pattern);
  if (!match) return readPattern(pattern, id);
  const { which } = match.groups!;
  const words = match.groups!.words.replace(/\s+/g, String.raw`\s+`);
  const any = String.raw`[A-Z\d]+(?:\.\d+)*(?!\w|\.\d)`;
  const own = id ?? (which === 'n' ? NUMBER : any);
  // "NIP-EE" has an id of letters; "this NIP MAY" and "NIPs" have none.
  const isOfLetters = id === undefined && which === 'id';
  const apart = isOfLetters
    ? String.raw`(?:[-#]\s?(?:${any})|\s?#?(?=[A-Z]*\d)(?:${any}))`
    : String.raw`[\s-]?#?(?:${own})`;
  const item = String.raw`(?:${words}[\s-]?)?#?(?<id>${own})`;
  const next = item.replace('(?<id>', '(?:');
  const single = `${words}${apart}`;
  const several = listOf(`${words}s${apart}`, next, id);
  return { pattern: `(?<ids>${several}|${single})`, item };
}
