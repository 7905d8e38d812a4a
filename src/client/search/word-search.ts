/** Finds the sections whose texts have the words of a query, from best to worst, in the index that the build made. */
import { typosBetween } from '../../payloads/search-words.ts';
import { decodeWordIndex, type WordIndex } from '../../payloads/word-index.ts';

export interface WordSearchOptions {
  /** Whether a section must have all words, or one of them. */
  needsAll: boolean;
  /** Whether words with typos count. */
  allowsTypos: boolean;
}

/** @returns URLs of sections */
export type WordSearch = (stems: readonly string[], options: WordSearchOptions) => string[];

/** Constants of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.7;
/** Weights of words that are not exactly those of the query. */
const BEGINNING_WEIGHT = 0.375;
const TYPO_WEIGHT = 0.45;
const MAX_TYPOS = 2;

export function createWordSearch(index: WordIndex): WordSearch {
  const { words, postingsAt } = decodeWordIndex(index);
  const urls = index.documents.flatMap(({ sections }) => sections);
  const mean = index.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, urls.length);

  /** The scores of the sections that have a word or one like it. */
  const scoreWord = (wanted: string, isLast: boolean, allowsTypos: boolean): Map<number, number> => {
    const scores = new Map<number, number>();
    words.forEach((word, i) => {
      const weight = weightOf(word, wanted, isLast, allowsTypos);
      if (weight === 0) return;
      const postings = postingsAt(i);
      const rarity = Math.log(1 + (urls.length - postings.length + 0.5) / (postings.length + 0.5));
      for (const { section, count } of postings) {
        const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * index.lengths[section]) / mean;
        const frequency = (count * (SATURATION + 1)) / (count + SATURATION * length);
        scores.set(section, (scores.get(section) ?? 0) + weight * rarity * frequency);
      }
    });
    return scores;
  };

  return (stems, { needsAll, allowsTypos }) => {
    const byWord = stems.map((stem, i) => scoreWord(stem, i === stems.length - 1, allowsTypos));
    const totals = new Map<number, { score: number; words: number }>();
    for (const scores of byWord)
      for (const [section, score] of scores) {
        const before = totals.get(section) ?? { score: 0, words: 0 };
        totals.set(section, { score: before.score + score, words: before.words + 1 });
      }
    return [...totals]
      .filter(([, total]) => !needsAll || total.words === stems.length)
      .toSorted(([, a], [, b]) => b.score * b.words - a.score * a.words)
      .map(([section]) => urls[section]);
  };
}

/** @param isLast whether the query may still be typed, so that the beginning of a word counts */
function weightOf(word: string, wanted: string, isLast: boolean, allowsTypos: boolean): number {
  if (word === wanted) return 1;
  if (isLast && wanted.length > 2 && word.startsWith(wanted))
    return (BEGINNING_WEIGHT * word.length) / (word.length + 0.3 * (word.length - wanted.length));
  if (!allowsTypos || wanted.length < 5) return 0;
  const max = Math.min(MAX_TYPOS, Math.round(0.25 * wanted.length));
  const typos = typosBetween(wanted, word, max);
  return typos === undefined ? 0 : (TYPO_WEIGHT * word.length) / (word.length + typos);
}
