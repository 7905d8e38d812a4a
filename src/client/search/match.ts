/** Answers of the search by kind: the ranking first, and Fuse.js for what it leaves unanswered. */
import Fuse from 'fuse.js';
import type { SearchIndex, SearchKind } from '../../site/search-index.ts';
import { best, prepare, rank, type Ranked } from './rank.ts';
import { plain } from './words.ts';

export { markWords } from './marks.ts';
export { plain } from './words.ts';

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

export interface Matcher {
  /** Groups in the order of their best match; within a group best first. */
  find(query: string): MatchGroup[];
}

const MOST_A_KIND = 8;
/** With an answer better than this, likenesses would only be noise; they also take longer than a frame. */
const GOOD = 3;
/** Grade from which likenesses start. */
const LIKE = 4;

export function createMatcher(index: SearchIndex): Matcher {
  const prepared = prepare(index);
  const fuse = new Fuse(prepared.items, { keys: [{ name: 'title', weight: 3 }, { name: 'context', weight: 1 }], threshold: 0.34, ignoreLocation: true, includeScore: true, minMatchCharLength: 2 });
  return {
    find(query) {
      const ranked: Ranked[] = rank(prepared, query);
      if (!(ranked[0]?.grade < GOOD) && plain(query) !== '') {
        const known = new Set(ranked.map(({ item }) => item));
        for (const { item, score = 1 } of fuse.search(plain(query), { limit: 40 })) if (!known.has(item)) ranked.push({ item, grade: LIKE + score });
      }
      return [...Map.groupBy(ranked.toSorted(best), ({ item }) => item.kind)].map(([kind, own]) => ({
        kind, matches: own.slice(0, MOST_A_KIND).map(({ item: { entry: [, title, url, context] } }) => ({ kind, title, url, context })),
      }));
    },
  };
}
