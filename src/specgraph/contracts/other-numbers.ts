/** Finds the place where promised words stand with other numbers: "(updated Phase 8)" where Phase 9 is promised. */

/** Words without one are found by chance: "20 s". */
const WORD = /\p{L}{3}/u;
const NUMBER = /\d+/g;
/** Characters with a meaning in a regular expression. */
const SYNTAX = /[\\^$.*+?()[\]{}|]/g;

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/** @returns the only stretch of the text that differs from the words in its numbers alone */
export function withOtherNumbers(text: string, words: string): Stretch | undefined {
  if (!/\d/.test(words) || !WORD.test(words)) return undefined;
  const pattern = words.replaceAll(SYNTAX, String.raw`\$&`).replaceAll(NUMBER, String.raw`\d+`);
  const [only, ...more] = text.matchAll(new RegExp(String.raw`(?<!\d)${pattern}(?!\d)`, 'g'));
  if (!only || more.length > 0) return undefined;
  return { start: only.index, end: only.index + only[0].length };
}
