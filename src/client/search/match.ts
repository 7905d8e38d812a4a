/** Answers of the search by kind: the ranking of names and titles first, then the full text, and Fuse.js for what they leave unanswered. */
import Fuse from 'fuse.js';
import type { SearchIndex, SearchKind, SearchTexts } from '../../payloads/search.ts';
import { best, prepare, rank, type Prepared, type Ranked } from './rank.ts';
import { createTextSearch, type TextSearch } from './texts.ts';
import { plain } from './words.ts';

export { markWords } from './marks.ts';
export { plain } from './words.ts';

/** "text" for sections whose text answers and not their title. */
export type MatchKind = SearchKind | 'text';

export interface Match {
  kind: MatchKind;
  title: string;
  url: string;
  /** A line that says more; empty where there is none. */
  context: string;
  /** The document it stands in; empty where that says nothing. */
  place: string;
}

export interface MatchGroup {
  kind: MatchKind;
  matches: Match[];
}

export interface Matcher {
  /** Groups in the order of their best match; within a group best first. */
  find(query: string): MatchGroup[];
  /** From then on the text of the sections is searched as well. */
  addTexts(texts: SearchTexts): Promise<void>;
}

const MOST_A_KIND = 8;
/** With an answer better than this, likenesses would only be noise; they also take longer than a frame. */
const GOOD = 3;
/** Grades of texts: with all words after titles that cover most of the query, with some after those that cover half of it. */
const TEXT_WITH_ALL = 3.06;
const TEXT_WITH_SOME = 3.6;
/** Grade from which likenesses start. */
const LIKE = 4;

interface Graded extends Ranked {
  kind: MatchKind;
}

export function createMatcher(index: SearchIndex): Matcher {
  const prepared = prepare(index);
  const byUrl = new Map(prepared.items.map((item) => [item.entry[2], item]));
  const fuse = new Fuse(prepared.items, {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'context', weight: 1 },
    ],
    threshold: 0.34,
    ignoreLocation: true,
    includeScore: true,
    minMatchCharLength: 2,
  });
  let texts: TextSearch | undefined;

  const inTexts = (query: string): Graded[] =>
    (texts?.find(query) ?? []).flatMap(({ url, all }, i) => {
      const item = byUrl.get(url);
      return item
        ? [{ item, kind: 'text' as const, grade: (all ? TEXT_WITH_ALL : TEXT_WITH_SOME) + i / 1000 }]
        : [];
    });
  const alike = (query: string): Graded[] =>
    fuse
      .search(plain(query), { limit: 40 })
      .map(({ item, score = 1 }) => ({ item, kind: item.kind, grade: LIKE + score }));
  const matchOf = (item: Prepared, kind: MatchKind, query: string): Match => {
    const [, title, url, context, , place = ''] = item.entry;
    if (item.kind !== 'section' && item.kind !== 'step' && kind !== 'text')
      return { kind, title, url, context, place };
    return { kind, title, url, context: texts?.around(url, query) ?? '', place: context };
  };
  return {
    find(query) {
      if (plain(query) === '') return [];
      const named: Graded[] = rank(prepared, query).map((ranked) => ({ ...ranked, kind: ranked.item.kind }));
      const found = [...named, ...inTexts(query)].toSorted(best);
      const answers =
        found[0]?.grade < GOOD || found.some(({ kind, grade }) => kind === 'text' && grade < TEXT_WITH_SOME)
          ? found
          : [...found, ...alike(query)].toSorted(best);
      return [...Map.groupBy(shown(answers), ({ kind }) => kind)].map(([kind, own]) => ({
        kind,
        matches: own.map(({ item }) => matchOf(item, kind, query)),
      }));
    },
    async addTexts(all) {
      texts = await createTextSearch(all);
    },
  };
}

/** Each thing once, at its best place, and few of a kind. */
function shown(answers: readonly Graded[]): Graded[] {
  const [seen, counts] = [new Set<Prepared>(), new Map<MatchKind, number>()];
  return answers.filter(({ item, kind }) => {
    const count = counts.get(kind) ?? 0;
    if (seen.has(item) || count >= MOST_A_KIND) return false;
    seen.add(item);
    counts.set(kind, count + 1);
    return true;
  });
}
