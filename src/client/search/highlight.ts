/** Decides which letters of a result to highlight for a query. */
import { phrasesOf } from './phrases.ts';
import { normalize, withoutStopWords, typosBetween } from '../../payloads/search-words.ts';

export interface Piece {
  text: string;
  highlighted: boolean;
}

/** Splits a text into highlighted pieces and the pieces between them. Together they are the whole text. */
export function highlightMatches(text: string, query: string): Piece[] {
  const phrases = phrasesOf(query);
  if (phrases.length > 0) {
    const patterns = phrases.map((phrase) => RegExp.escape(phrase).replace(/(?:\\x20)+/g, '\\s+'));
    return split(text, new RegExp(`(${patterns.join('|')})`, 'giu'));
  }
  const words = withoutStopWords(query.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1)).toSorted(
    (a, b) => b.length - a.length,
  );
  if (words.length === 0) return [{ text, highlighted: false }];
  const exact = split(text, new RegExp(`(${words.join('|')})`, 'giu'));
  return exact.some(({ highlighted }) => highlighted) && words.length === 1
    ? exact
    : (highlightIgnoringSeparators(text, query) ?? highlightWithTypos(text, words, exact));
}

function split(text: string, pattern: RegExp): Piece[] {
  return text
    .split(pattern)
    .map((piece, i) => ({ text: piece, highlighted: i % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

/**
 * Highlights a query that was typed without separators: `fledgebackoff` in `FL_EDGE_BACKOFF`. Words that a blank or hyphen
 * separates are no name: "clients" is not in "Client-Side".
 */
function highlightIgnoringSeparators(text: string, query: string): Piece[] | undefined {
  const [wanted, letters] = [normalize(query), lettersOf(text)];
  if (/[^\p{L}\p{N}]/u.test(query.trim()) || wanted.length < 3) return undefined;
  const start = letters
    .map(({ letter }) => letter)
    .join('')
    .indexOf(wanted);
  if (start < 0) return undefined;
  const positions = letters.slice(start, start + wanted.length).map(({ index }) => index);
  if (/[\s\p{Pd}]/u.test(text.slice(positions[0], positions.at(-1)))) return undefined;
  return piecesOf(text, new Set(positions));
}

/** Highlights exact words, and of words with a typo the letters that both spellings have in common. */
function highlightWithTypos(text: string, words: readonly string[], exact: Piece[]): Piece[] {
  const missing = words.filter((word) => word.length > 3 && !text.toLowerCase().includes(word.toLowerCase()));
  if (missing.length === 0) return exact;
  const positions = new Set<number>();
  let offset = 0;
  for (const piece of exact) {
    if (piece.highlighted) for (let i = 0; i < piece.text.length; i++) positions.add(offset + i);
    offset += piece.text.length;
  }
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const similar = missing.find(
      (candidate) =>
        typosBetween(candidate.toLowerCase(), word.toLowerCase(), candidate.length >= 7 ? 2 : 1) !==
        undefined,
    );
    if (!similar) continue;
    for (const i of commonLetterPositions(word.toLowerCase(), similar.toLowerCase()))
      positions.add(index + i);
  }
  return piecesOf(text, positions);
}

/** Positions in `word` of the longest common subsequence of letters with `other`. */
function commonLetterPositions(word: string, other: string): number[] {
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

/** The normalized letters of a text, each with its position in the text. */
function lettersOf(text: string): { letter: string; index: number }[] {
  return [...text].reduce<{ at: number; letters: { letter: string; index: number }[] }>(
    ({ at, letters }, char) => ({
      at: at + char.length,
      letters: [...letters, ...[...normalize(char)].map((letter) => ({ letter, index: at }))],
    }),
    { at: 0, letters: [] },
  ).letters;
}

function piecesOf(text: string, positions: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const char of text) {
    const highlighted = positions.has(offset);
    const last = pieces.at(-1);
    if (last?.highlighted === highlighted) last.text += char;
    else pieces.push({ text: char, highlighted });
    offset += char.length;
  }
  return pieces;
}
