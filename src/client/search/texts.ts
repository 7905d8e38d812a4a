/**
 * The full text of the sections, with MiniSearch: Fuse.js compares a query with every text letter by letter, which takes
 * seconds for some 700 sections and finds any long text similar; an inverted index answers within a frame. Pure.
 */
import MiniSearch, { type SearchResult } from 'minisearch';
import type { SearchTexts } from '../../payloads/search.ts';
import { stemsOf, wantedWords } from './words.ts';

export interface TextHit {
  url: string;
  /** Whether the section has every word of the query, not only some. */
  all: boolean;
}

export interface TextSearch {
  /** Best first. */
  find(query: string): TextHit[];
  /** The words around what the query finds in a section; its beginning where it finds nothing. */
  around(url: string, query: string): string;
}

const MOST = 12;
/** Sections that are indexed before the browser may paint again. */
const AT_ONCE = 40;
const EXCERPT = 150;
/** Letters that are kept before the first word found. */
const LEAD = 40;

export async function createTextSearch(texts: SearchTexts): Promise<TextSearch> {
  const index = new MiniSearch<{ id: string; text: string }>({
    fields: ['text'],
    tokenize: stemsOf,
    processTerm: (term) => term,
  });
  await index.addAllAsync(
    Object.entries(texts).map(([id, text]) => ({ id, text })),
    { chunkSize: AT_ONCE },
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
      const words = wantedWords(query);
      // One or two letters stand in every section.
      if (!words.some((word) => word.length > 2)) return [];
      const [all, loose] = [search(words, 'AND', false), () => search(words, 'AND', true)];
      const found = all.length > 0 ? all : loose();
      const hits = found.length > 0 || words.length < 2 ? found : search(words, 'OR', true);
      return hits.slice(0, MOST).map(({ id }) => ({ url: id as string, all: found.length > 0 }));
    },
    around: (url, query) => excerptAround(texts[url] ?? '', query),
  };
}

/** The stretch of a text that has most of the query's words, cut between words. */
export function excerptAround(text: string, query: string): string {
  const places = placesOf(text, wantedWords(query));
  const start = places.length > 0 ? Math.max(0, densest(places) - LEAD) : 0;
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const piece = text.slice(from, from + EXCERPT);
  const whole = from + EXCERPT >= text.length;
  return `${from > 0 ? '… ' : ''}${whole ? piece : `${piece.replace(/\s\S*$/, '')} …`}`;
}

interface Place {
  at: number;
  word: number;
}

/** Where the words of a query begin in a text, in order. */
function placesOf(text: string, words: readonly string[]): Place[] {
  const letters = text.toLowerCase();
  const places: Place[] = [];
  words.forEach((word, i) => {
    // A stem ends in "i" where the word ended in "y".
    const start = word.length > 3 ? word.replace(/i$/, '') : word;
    for (let at = letters.indexOf(start); at >= 0; at = letters.indexOf(start, at + start.length)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1])) places.push({ at, word: i });
    }
  });
  return places.sort((a, b) => a.at - b.at);
}

/** The first place from which most different words stand within one excerpt. */
function densest(places: readonly Place[]): number {
  let [best, most] = [places[0].at, 0];
  places.forEach(({ at }, i) => {
    const words = new Set<number>();
    for (let j = i; j < places.length && places[j].at < at + EXCERPT - LEAD; j++) words.add(places[j].word);
    if (words.size > most) [best, most] = [at, words.size];
  });
  return best;
}
