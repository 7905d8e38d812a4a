/** A sentence in three parts, so that the referring words can be marked. */
export interface Excerpt {
  before: string;
  words: string;
  after: string;
}

const MAX_LENGTH = 240;

/**
 * Splits a sentence around the referring words. A long sentence is cut at both ends.
 * @param longest number of characters to keep
 */
export function excerpt(context: string, words: string, longest = MAX_LENGTH): Excerpt {
  const plain = context.replace(/\s+/g, ' ').trim();
  const at = plain.indexOf(words);
  if (at < 0 || words === '') return { before: cutEnd(plain, longest), words: '', after: '' };
  const room = Math.max(0, longest - words.length);
  const after = plain.slice(at + words.length);
  const left = Math.max(room / 2, room - after.length);
  const before = plain.slice(0, at);
  const kept =
    before.length <= left ? before : `… ${before.slice(before.length - left).replace(/^\S*\s/, '')}`;
  return { before: kept, words, after: cutEnd(after, room - Math.min(before.length, left)) };
}

function cutEnd(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s\S*$/, '')} …`;
}
