/** Which letters of a result the query has found, for marking. Pure. */
import { plain, tellingWords, typosBetween } from './words.ts';

export interface Piece {
  text: string;
  marked: boolean;
}

/** The pieces of a text: letters of the query marked, the others between them. No letter is lost. */
export function markWords(text: string, query: string): Piece[] {
  const words = tellingWords(query.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1)).toSorted(
    (a, b) => b.length - a.length,
  );
  if (words.length === 0) return [{ text, marked: false }];
  const exact = split(text, new RegExp(`(${words.join('|')})`, 'giu'));
  return exact.some(({ marked }) => marked) && words.length === 1
    ? exact
    : (asOne(text, query) ?? likeWords(text, words, exact));
}

function split(text: string, pattern: RegExp): Piece[] {
  return text
    .split(pattern)
    .map((piece, i) => ({ text: piece, marked: i % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

/** A query typed without separators: `fledgebackoff` in `FL_EDGE_BACKOFF`. */
function asOne(text: string, query: string): Piece[] | undefined {
  const [wanted, letters] = [plain(query), lettersOf(text)];
  if (/[^\p{L}\p{N}]/u.test(query.trim()) || wanted.length < 3) return undefined;
  const at = letters
    .map(({ letter }) => letter)
    .join('')
    .indexOf(wanted);
  if (at < 0) return undefined;
  return piecesOf(text, new Set(letters.slice(at, at + wanted.length).map(({ index }) => index)));
}

/** Words as they stand, and those with a typo: the letters that both have, in order. */
function likeWords(text: string, words: readonly string[], exact: Piece[]): Piece[] {
  const missing = words.filter((word) => word.length > 3 && !text.toLowerCase().includes(word.toLowerCase()));
  if (missing.length === 0) return exact;
  const marked = new Set<number>();
  let at = 0;
  for (const piece of exact) {
    if (piece.marked) for (let i = 0; i < piece.text.length; i++) marked.add(at + i);
    at += piece.text.length;
  }
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const like = missing.find(
      (one) => typosBetween(one.toLowerCase(), word.toLowerCase(), one.length >= 7 ? 2 : 1) !== undefined,
    );
    if (like) for (const i of shared(word.toLowerCase(), like.toLowerCase())) marked.add(index + i);
  }
  return piecesOf(text, marked);
}

/** Places in `word` of a longest run of letters that `other` has in the same order. */
function shared(word: string, other: string): number[] {
  const table = Array.from({ length: word.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let i = word.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--)
      table[i][j] =
        word[i] === other[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
  }
  const places: number[] = [];
  for (let [i, j] = [0, 0]; i < word.length && j < other.length;) {
    if (word[i] === other[j]) [places[places.length], i, j] = [i, i + 1, j + 1];
    else if (table[i + 1][j] >= table[i][j + 1]) i++;
    else j++;
  }
  return places;
}

/** Letters as they are compared, each with its place in the text. */
function lettersOf(text: string): { letter: string; index: number }[] {
  return [...text].reduce<{ at: number; letters: { letter: string; index: number }[] }>(
    ({ at, letters }, char) => ({
      at: at + char.length,
      letters: [...letters, ...[...plain(char)].map((letter) => ({ letter, index: at }))],
    }),
    { at: 0, letters: [] },
  ).letters;
}

function piecesOf(text: string, marked: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const char of text) {
    const is = marked.has(at);
    const last = pieces.at(-1);
    if (last?.marked === is) last.text += char;
    else pieces.push({ text: char, marked: is });
    at += char.length;
  }
  return pieces;
}
