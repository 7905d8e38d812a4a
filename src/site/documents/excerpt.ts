/** A sentence in three parts, so that the referring words can be marked. */
export interface Excerpt {
  before: string;
  words: string;
  after: string;
}

const MAX_LENGTH = 240;

/**
 * Splits a sentence around the referring words. A long sentence is cut at both ends.
 * @param maxLength number of characters to keep
 */
export function excerpt(context: string, words: string, maxLength = MAX_LENGTH): Excerpt {
  const plainText = context.replace(/\s+/g, ' ').trim();
  const offset = plainText.indexOf(words);
  if (offset < 0 || words === '') return { before: cutEnd(plainText, maxLength), words: '', after: '' };
  const maxContext = Math.max(0, maxLength - words.length);
  const after = plainText.slice(offset + words.length);
  const left = Math.max(maxContext / 2, maxContext - after.length);
  const before = plainText.slice(0, offset);
  const kept =
    before.length <= left ? before : `… ${before.slice(before.length - left).replace(/^\S*\s/, '')}`;
  return { before: kept, words, after: cutEnd(after, maxContext - Math.min(before.length, left)) };
}

function cutEnd(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s\S*$/, '')} …`;
}
