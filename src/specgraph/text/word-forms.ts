/** Tells forms of one word from different words. */

/** So many letters at the beginning of two words make them forms of one; less where one is the beginning of the other. */
const MIN_STEM = 4;
const MIN_BEGINNING = 3;
/** Behind the stem stands an ending. */
const ENDING = /^(?:e|ed|es|ing|ion|ions|er|ers|or|al|ure|ures|ment|ive|ance|y|ies|able)?$/i;

/**
 * Whether two words are forms of one: "failed" and "failures", "num" and "number".
 * @returns false for equal words and for a plural, which often means another thing, and for words with digits
 */
export function areForms(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (/\d/.test(a + b) || short === long || `${short}s` === long || `${short}es` === long) return false;
  let stem = 0;
  while (stem < short.length && short[stem] === long[stem]) stem++;
  if (stem === short.length) return stem >= MIN_BEGINNING;
  return stem >= MIN_STEM && ENDING.test(short.slice(stem)) && ENDING.test(long.slice(stem));
}

/** Whether two names with underscores or hyphens have the same words but for one, which has another form. */
export function differInOneForm(a: string, b: string): boolean {
  const [own, other] = [a.split(/[_-]/), b.split(/[_-]/)];
  if (own.length < 2 || own.length !== other.length) return false;
  const differing = own.flatMap((word, i) => (word === other[i] ? [] : [i]));
  return differing.length === 1 && areForms(own[differing[0]], other[differing[0]]);
}
