/** Finds names in text. */
import { escapeExpression } from './expressions.ts';

/** A key of a configuration in words: "seeAlso" gives "see also". */
export function wordsOfKey(key: string): string {
  return key.replaceAll(/(?<=[a-z0-9])(?=[A-Z])|[-_]/g, ' ').toLowerCase();
}

/** A name ends where no letter, digit, hyphen or, as in `FL_*`, asterisk follows, and no number goes on ("4.2"). */
const BEFORE = String.raw`(?<![\w-]|\d\.)`;
const AFTER = String.raw`(?![\w*-]|\.\d)`;

/** A global expression of these names as whole words; undefined for no names. Longer names are preferred. */
export function anyOf(names: Iterable<string>): RegExp | undefined {
  const all = [...new Set(names)].toSorted((a, b) => b.length - a.length).map(escapeExpression);
  return all.length > 0 ? new RegExp(`${BEFORE}(?:${all.join('|')})${AFTER}`, 'g') : undefined;
}
