/** Which entries answer a query, best first: exact names, then beginnings, then words, then likenesses. */
import Fuse from 'fuse.js';
import type { SearchEntry, SearchIndex, SearchKind } from '../../site/search-index.ts';

export interface Match {
  kind: SearchKind;
  title: string;
  url: string;
  context: string;
}

export interface MatchGroup {
  kind: SearchKind;
  matches: Match[];
}

const MOST_A_KIND = 8;
const LIKE = 4;

interface Prepared {
  entry: SearchEntry;
  /** Title and context without case and separators. */
  title: string;
  context: string;
  /** "6d" of "6d. Discovery"; empty for titles without a number. */
  number: string;
}

/** The number at the head of a section's title. */
const NUMBER = /^(?:Appendix [A-Z]\b|(?:Step )?\d+[a-z]?(?:\.\d+[a-z]?)*(?=[.:\s]))/;

/** Letters and digits only: `edge backoff`, `FL_EDGE_BACKOFF` and `edgebackoff` meet. */
export function plain(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '');
}

export interface Matcher {
  /** Groups in the order of their best match; within a group best first. */
  find(query: string): MatchGroup[];
}

export function createMatcher({ kinds, entries }: SearchIndex): Matcher {
  const prepared: Prepared[] = entries.map((entry) => ({ entry, title: plain(entry[1]), context: plain(entry[3]), number: plain(NUMBER.exec(entry[1])?.[0] ?? '') }));
  const fuse = new Fuse(prepared, { keys: [{ name: 'title', weight: 3 }, { name: 'context', weight: 1 }], threshold: 0.34, ignoreLocation: true, includeScore: true, minMatchCharLength: 2 });
  return {
    find(query) {
      const wanted = plain(query);
      if (wanted === '') return [];
      const words = query.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      const ranked = new Map<Prepared, number>();
      for (const item of prepared) {
        const rank = rankOf(item, wanted, words);
        if (rank < LIKE) ranked.set(item, rank);
      }
      // Likenesses are for typos: with many good answers they would only be noise.
      if (ranked.size < 5) for (const { item, score = 1 } of fuse.search(wanted, { limit: 40 })) if (!ranked.has(item)) ranked.set(item, LIKE + score);
      const sorted = [...ranked].toSorted(([a, x], [b, y]) => x - y || a.entry[0] - b.entry[0] || a.title.length - b.title.length);
      return [...Map.groupBy(sorted, ([item]) => kinds[item.entry[0]])]
        .map(([kind, items]) => ({ kind, matches: items.slice(0, MOST_A_KIND).map(([{ entry: [, title, url, context] }]) => ({ kind, title, url, context })) }));
    },
  };
}

/** 0 exact, below 1 the number alone or the name without its prefix, 1 beginning, 2 inside the title, 3 all words somewhere, `LIKE` none. */
function rankOf({ title, context, number }: Prepared, wanted: string, words: string[]): number {
  if (title === wanted || context === wanted) return 0;
  if (number === wanted) return 0.3;
  if (title === `fl${wanted}`) return 0.5;
  if (title.startsWith(wanted)) return 1;
  if (title.startsWith(`fl${wanted}`)) return 1.2;
  if (wanted.length > 1 && title.includes(wanted)) return 2;
  if (words.length > 1 && words.every((word) => title.includes(word))) return 2.5;
  if (words.length > 0 && wanted.length > 2 && words.every((word) => title.includes(word) || context.includes(word))) return 3;
  return LIKE;
}

/** The pieces of a text that are letters of the query, for marking; unmarked pieces between them. */
export function markWords(text: string, query: string): { text: string; marked: boolean }[] {
  const words = query.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1).toSorted((a, b) => b.length - a.length);
  if (words.length === 0) return [{ text, marked: false }];
  const pattern = new RegExp(`(${words.join('|')})`, 'giu');
  return text.split(pattern).map((piece, i) => ({ text: piece, marked: i % 2 === 1 })).filter((piece) => piece.text !== '');
}
