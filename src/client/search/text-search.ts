/**
 * Searches the full text of the sections. Which sections have which words stands in one file; the texts, which excerpts
 * and exact phrases need, are fetched document by document when a result shows them.
 */
import type { SectionTexts, WordIndex } from '../../payloads/word-index.ts';
import { queryWords } from '../../payloads/search-words.ts';
import { hasPhrases, phrasesOf } from './phrases.ts';
import { createWordSearch } from './word-search.ts';

export interface TextHit {
  url: string;
  /** Whether the section has every word of the query, or only some. */
  all: boolean;
}

export interface TextSearch {
  /** Sorted from best to worst. Phrases are only found in texts that have arrived. */
  find(query: string): TextHit[];
  /**
   * The part of a section's text that matches the query best, or its beginning if nothing matches; empty as long as the
   * text has not arrived.
   * @param isNeeded whether to fetch the text
   */
  excerpt(url: string, query: string, isNeeded: boolean): string;
}

const MAX_HITS = 12;
const EXCERPT_LETTERS = 150;
/** Letters of the excerpt before the first match. */
const LETTERS_BEFORE_MATCH = 40;

export interface TextSource {
  /** Fetches the file with the texts of a document. */
  load(file: string): Promise<SectionTexts>;
  /** Called when texts have arrived: results may show more than before. */
  onArrival(): void;
}

export function createTextSearch(index: WordIndex, source: TextSource): TextSearch {
  const search = createWordSearch(index);
  const texts = createTextStore(index, source);
  return {
    find(query) {
      const words = queryWords(query);
      // One or two letters occur in every section.
      if (!words.some((word) => word.length > 2)) return [];
      const exact = search(words, { needsAll: true, allowsTypos: false });
      const phrases = phrasesOf(query);
      if (phrases.length > 0) {
        const urls = exact.filter((url) => hasPhrases(texts.textOf(url, true), phrases));
        return urls.slice(0, MAX_HITS).map((url) => ({ url, all: true }));
      }
      const withAll = exact.length > 0 ? exact : search(words, { needsAll: true, allowsTypos: true });
      const hits =
        withAll.length > 0 || words.length < 2
          ? withAll
          : search(words, { needsAll: false, allowsTypos: true });
      return hits.slice(0, MAX_HITS).map((url) => ({ url, all: withAll.length > 0 }));
    },
    excerpt: (url, query, isNeeded) => excerptAround(texts.textOf(url, isNeeded), query),
  };
}

function createTextStore(index: WordIndex, { load, onArrival }: TextSource) {
  const files = new Map(
    index.documents.flatMap(({ texts, sections }) => sections.map((url) => [url, texts] as const)),
  );
  const arrived = new Map<string, string>();
  const requested = new Set<string>();
  const request = async (file: string): Promise<void> => {
    requested.add(file);
    try {
      for (const [url, text] of Object.entries(await load(file))) arrived.set(url, text);
    } catch {
      // The next result that needs the texts tries again.
      requested.delete(file);
      return;
    }
    onArrival();
  };
  return {
    /** @returns the text of a section; empty as long as it has not arrived */
    textOf(url: string, isNeeded: boolean): string {
      const file = files.get(url);
      if (isNeeded && file !== undefined && !requested.has(file)) void request(file);
      return arrived.get(url) ?? '';
    },
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
