/** A sentence in three pieces, so that the words that matter can be marked. */
export interface Excerpt {
  before: string;
  words: string;
  after: string;
}

const MAX_LENGTH = 240;

/**
 * The sentence around the referring words, cut at both ends where it is long.
 * @param longest characters kept of the sentence
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
