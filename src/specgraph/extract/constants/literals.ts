/** Reads what a slip of one digit makes another of: numbers of four to six digits, and addresses with a port. */
import type { Literal } from '../../model/index.ts';
import type { ConstantText } from './texts.ts';
import { wordsAndPartsOf } from './words.ts';

/** A year is left out, and what has a name of letters before it: "RFC-2119". */
const LITERAL =
  /(?<![\w.])(?:(?<address>\d{1,3}(?:\.\d{1,3}){3}:[1-9]\d{1,4})|(?<![-,#/%+])(?!(?:19|20)\d\d(?!\d))(?<number>[1-9]\d{3,5}))(?![\w%]|[.,]\d|-\d)/g;
/** A longer text says too much to be about one thing. */
const MAX_TEXT = 500;

export function literalsIn({ text, block, place }: ConstantText): Literal[] {
  if (text.length > MAX_TEXT || !/\d{4}|\d:\d\d/.test(text)) return [];
  const matches = [...text.matchAll(LITERAL)];
  if (matches.length === 0) return [];
  const words = wordsAndPartsOf(text);
  return matches.map(({ 0: value, index, groups }) => ({
    kind: groups!.address === undefined ? 'number' : 'address',
    value,
    words,
    block,
    range: place(index, index + value.length),
  }));
}
