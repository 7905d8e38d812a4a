/**
 * Searches the full text of the sections with MiniSearch. Fuse.js compares a query with every text letter by letter: it
 * takes seconds for some 700 sections and finds every long text similar. An inverted index answers within a frame.
 */
import MiniSearch, { type SearchResult } from 'minisearch';
import type { SearchTexts } from '../../payloads/search.ts';
import { hasPhrases, phrasesOf } from './phrases.ts';
import { stemsOf, queryWords } from './words.ts';

export interface TextHit {
  url: string;
  /** Whether the section has every word of the query, or only some. */
  all: boolean;
}

export interface TextSearch {
  /** Sorted from best to worst. */
  find(query: string): TextHit[];
  /** The part of a section's text that matches the query best, or its beginning if nothing matches. */
  excerpt(url: string, query: string): string;
}

const MAX_HITS = 12;
/** Number of sections that are indexed before the browser can paint again. */
const INDEX_CHUNK = 40;
const EXCERPT_LETTERS = 150;
/** Letters of the excerpt before the first match. */
const LETTERS_BEFORE_MATCH = 40;

export async function createTextSearch(texts: SearchTexts): Promise<TextSearch> {
  const index = new MiniSearch<{ id: string; text: string }>({
    fields: ['text'],
    tokenize: stemsOf,
    processTerm: (term) => term,
  });
  await index.addAllAsync(
    Object.entries(texts).map(([id, text]) => ({ id, text })),
    { chunkSize: INDEX_CHUNK },
  );
  const search = (words: string[], combineWith: 'AND' | 'OR', typos: boolean): SearchResult[] =>
    index.search(words.join(' '), {
      tokenize: () => words,
      combineWith,
      prefix: (term, i) => i === words.length - 1 && term.length > 2,
      fuzzy: (term) => (typos && term.length > 4 ? 0.25 : false),
      maxFuzzy: 2,
    });
  return {
    find(query) {
      const words = queryWords(query);
      // One or two letters occur in every section.
      if (!words.some((word) => word.length > 2)) return [];
      const exact = search(words, 'AND', false);
      const phrases = phrasesOf(query);
      if (phrases.length > 0) {
        const urls = exact.map(({ id }) => id as string).filter((url) => hasPhrases(texts[url], phrases));
        return urls.slice(0, MAX_HITS).map((url) => ({ url, all: true }));
      }
      const withAll = exact.length > 0 ? exact : search(words, 'AND', true);
      const hits = withAll.length > 0 || words.length < 2 ? withAll : search(words, 'OR', true);
      return hits.slice(0, MAX_HITS).map(({ id }) => ({ url: id as string, all: withAll.length > 0 }));
    },
    excerpt: (url, query) => excerptAround(texts[url] ?? '', query),
  };
}

/** The part of a text that has the most words of the query, cut between words. */
function excerptAround(text: string, query: string): string {
  const phrase = phrasesOf(query).map((words) => text.toLowerCase().indexOf(words));
  const matches = phrase.some((offset) => offset >= 0)
    ? phrase.filter((offset) => offset >= 0).map((offset, word) => ({ offset, word }))
    : findWords(text, queryWords(query));
  const start = matches.length > 0 ? Math.max(0, densestStart(matches) - LETTERS_BEFORE_MATCH) : 0;
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const piece = text.slice(from, from + EXCERPT_LETTERS);
  const reachesEnd = from + EXCERPT_LETTERS >= text.length;
  return `${from > 0 ? '… ' : ''}${reachesEnd ? piece : `${piece.replace(/\s\S*$/, '')} …`}`;
}

interface WordMatch {
  offset: number;
  /** Index of the word in the query. */
  word: number;
}

/** Finds where the words of a query begin in a text, in the order of the text. */
function findWords(text: string, words: readonly string[]): WordMatch[] {
  const letters = text.toLowerCase();
  const matches: WordMatch[] = [];
  words.forEach((word, i) => {
    // A stem ends in "i" if the word ended in "y".
    const start = word.length > 3 ? word.replace(/i$/, '') : word;
    for (
      let offset = letters.indexOf(start);
      offset >= 0;
      offset = letters.indexOf(start, offset + start.length)
    ) {
      if (offset === 0 || !/[\p{L}\p{N}]/u.test(letters[offset - 1])) matches.push({ offset, word: i });
    }
  });
  return matches.sort((a, b) => a.offset - b.offset);
}

/** The first match from which on an excerpt contains the most different words. */
function densestStart(matches: readonly WordMatch[]): number {
  let [best, most] = [matches[0].offset, 0];
  matches.forEach(({ offset }, i) => {
    const end = offset + EXCERPT_LETTERS - LETTERS_BEFORE_MATCH;
    const words = new Set<number>();
    for (let j = i; j < matches.length && matches[j].offset < end; j++) words.add(matches[j].word);
    if (words.size > most) [best, most] = [offset, words.size];
  });
  return best;
}
