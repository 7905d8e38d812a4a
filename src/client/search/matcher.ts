/** Finds search results by kind: by names and titles first, then in the full text, and with Fuse.js if neither has a good result. */
import Fuse from 'fuse.js';
import type { SearchIndex, SearchKind } from '../../payloads/search.ts';
import { createAddressSearch } from './addresses.ts';
import { hasPhrases, phrasesOf } from './phrases.ts';
import { compareRanked, prepare, rank, type Prepared, type PreparedIndex, type Ranked } from './rank.ts';
import type { TextSearch } from './text-search.ts';
import { normalize } from '../../payloads/search-words.ts';

/** Id and heading of the kind; sections that were found by their text are a kind of their own. */
export type MatchKind = Pick<SearchKind, 'id' | 'title'>;

const TEXT: MatchKind = { id: 'text', title: 'In the text' };

export interface Match {
  kind: MatchKind;
  title: string;
  url: string;
  /** A line of further information, or empty. */
  context: string;
  /** The document that contains it, or empty. */
  place: string;
}

export interface MatchGroup {
  kind: MatchKind;
  matches: Match[];
}

export interface Matcher {
  /** Groups are sorted by their best match, and the matches of a group from best to worst. */
  find(query: string): MatchGroup[];
  /** Includes the text of the sections in all later searches. */
  addTexts(texts: TextSearch): void;
}

const MAX_PER_KIND = 8;
/** With a result better than this, fuzzy matches would only add noise. They also take longer than a frame. */
const GOOD_GRADE = 3;
/**
 * Grades of matches in the text. With all words of the query they come after titles that cover most of the query; with
 * some words, after titles that cover half of it.
 */
const TEXT_WITH_ALL = 3.06;
/** An exact phrase is wanted where it stands. Titles that have the phrase come first. */
const TEXT_WITH_PHRASE = 2.45;
const TEXT_WITH_SOME = 3.6;
/** The place of an address comes first; parts of the named document whose titles have the other words, after names. */
const PLACE_OF_ADDRESS = -1;
const TITLE_OF_ADDRESS = 2.4;
/** Fuzzy matches have this grade or a worse one. */
const FIRST_FUZZY_GRADE = 4;

interface Graded extends Ranked {
  kind: MatchKind;
}

export function createMatcher(index: SearchIndex): Matcher {
  const prepared = prepare(index);
  const byUrl = new Map(prepared.items.map((item) => [item.entry[2], item]));
  let fuse: Fuse<Prepared> | undefined;
  const findAddress = createAddressSearch(prepared, index);
  let texts: TextSearch | undefined;

  const addressMatches = (query: string): Graded[] =>
    findAddress(query).map(({ item, by }, i) => ({
      item,
      kind: item.kind,
      grade: (by === 'place' ? PLACE_OF_ADDRESS : TITLE_OF_ADDRESS) + i / 1000,
    }));
  const textMatches = (query: string): Graded[] =>
    (texts?.find(query) ?? []).flatMap(({ url, all }, i) => {
      const item = byUrl.get(url);
      const grade = phrasesOf(query).length > 0 ? TEXT_WITH_PHRASE : all ? TEXT_WITH_ALL : TEXT_WITH_SOME;
      return item ? [{ item, kind: TEXT, grade: grade + i / 1000 }] : [];
    });
  const fuzzyMatches = (query: string): Graded[] =>
    (fuse ??= createFuzzySearch(prepared))
      .search(normalize(query), { limit: 40 })
      .map(({ item, score = 1 }) => ({ item, kind: item.kind, grade: FIRST_FUZZY_GRADE + score }));
  const matchOf = (item: Prepared, kind: MatchKind, query: string): Match => {
    const [, title, url, context, , , place = ''] = item.entry;
    if (!item.kind.isPart && kind !== TEXT) return { kind, title, url, context, place };
    return { kind, title, url, context: texts?.excerpt(url, query, kind === TEXT) ?? '', place: context };
  };
  const grouped = (answers: readonly Graded[], query: string): MatchGroup[] =>
    [...Map.groupBy(limitPerKind(answers), ({ kind }) => kind)].map(([kind, own]) => ({
      kind,
      matches: own.map(({ item }) => matchOf(item, kind, query)),
    }));
  return {
    find(query) {
      if (normalize(query) === '') return [];
      const named: Graded[] = rank(prepared, query).map((ranked) => ({ ...ranked, kind: ranked.item.kind }));
      const phrases = phrasesOf(query);
      if (phrases.length > 0) {
        const withPhrases = named.filter(({ item }) => hasPhrases(item.entry.slice(1).join('\n'), phrases));
        return grouped([...withPhrases, ...textMatches(query)].toSorted(compareRanked), query);
      }
      const found = [...addressMatches(query), ...named, ...textMatches(query)].toSorted(compareRanked);
      const answers =
        found[0]?.grade < GOOD_GRADE ||
        found.some(({ kind, grade }) => kind === TEXT && grade < TEXT_WITH_SOME)
          ? found
          : [...found, ...fuzzyMatches(query)].toSorted(compareRanked);
      return grouped(answers, query);
    },
    addTexts(added) {
      texts = added;
    },
  };
}

/** Its index is made when a query first needs it: most queries are answered without it. */
function createFuzzySearch({ items }: PreparedIndex): Fuse<Prepared> {
  return new Fuse(items, {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'context', weight: 1, getFn: ({ entry }) => normalize(entry[3]) },
    ],
    threshold: 0.34,
    ignoreLocation: true,
    includeScore: true,
    minMatchCharLength: 2,
  });
}

/** Keeps each item once, with its best match, and at most `MAX_PER_KIND` of a kind. */
function limitPerKind(answers: readonly Graded[]): Graded[] {
  const [seen, counts] = [new Set<Prepared>(), new Map<MatchKind, number>()];
  return answers.filter(({ item, kind }) => {
    const count = counts.get(kind) ?? 0;
    if (seen.has(item) || count >= MAX_PER_KIND) return false;
    seen.add(item);
    counts.set(kind, count + 1);
    return true;
  });
}
