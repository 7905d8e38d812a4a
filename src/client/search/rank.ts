/** Grades how well an entry matches a query: exact names, beginnings of names, titles, words in another order, similar words. */
import type { SearchEntry, SearchIndex, SearchKind } from '../../payloads/search.ts';
import {
  answersTo,
  BEGINNING_OF_WORD,
  normalize,
  otherTitles,
  queryWords,
  similarity,
  typosBetween,
  wordsOf,
} from '../../payloads/search-words.ts';

/** Weights of a word in each field, where the title has 1. The context of a section is only its document. */
const CONTEXT_WEIGHT = 0.78;
const KIND_WEIGHT = 0.8;
const DOCUMENT_WEIGHT = 0.6;
const MORE_WEIGHT = 0.6;

/** The least share of the query that an entry must cover. The fallback applies if no entry reaches the first share. */
const MIN_COVERED = 0.55;
const MIN_COVERED_FALLBACK = 0.3;

/** What a query of which no word is in the entry would add to its grade: who has more of the words comes first. */
const MISSING_WORDS = 0.1;

/** What an entry adds that has none of the query's words as they are typed, and not all of them with typos. */
const GUESSED = 0.5;

/** What a query that names a kind ("step", "phase") adds to the grades of entries of other kinds. */
const OTHER_KIND = 0.05;

/** The words of a name in another order, or with stop words between them, come after the name itself. */
const NAME_IN_ANY_ORDER = 0.6;

/** The best grade of an entry that has the words of a query, but not as its name. */
const BY_WORDS = 2.5;

/** What an entry adds that lacks some of the words and says nothing of the subject: a text with all of them comes first. */
const ASIDE = 0.3;

/** What is added to a part of a document without a number: the numbered one is higher in the outline. */
const WITHOUT_NUMBER = 0.03;

/** What is taken from an entry that says what the query asks for: "where" asks for a path. */
const ANSWERS = 0.2;

/** The number of entries that an unknown word is assumed to have: it says little about what is wanted. */
const ASSUMED_FREQUENCY = 20;

export interface Prepared {
  entry: SearchEntry;
  kind: SearchKind;
  /** The title without case and separators. */
  title: string;
  /** All texts that are the name of the entry as a whole, without case and separators. */
  names: ReadonlySet<string>;
  /** The same as they are written. */
  writtenNames: readonly string[];
  /** The number without case and separators; empty for entries without one. */
  number: string;
  /** Words with the highest weight of the fields in which they occur. */
  words: ReadonlyMap<string, number>;
  /** Number of different words in the title. */
  titleWords: number;
  /** The word by which a query names the kind of the entry. */
  kindWord: string;
}

export interface PreparedIndex {
  items: readonly Prepared[];
  /** For every word of the index, the number of entries that have it. */
  frequency: ReadonlyMap<string, number>;
}

export function prepare(index: SearchIndex): PreparedIndex {
  const items = prepareEntries(index);
  const frequency = new Map<string, number>();
  for (const { words } of items)
    for (const word of words.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return { items, frequency };
}

function prepareEntries({ kinds, entries, aliases }: SearchIndex): Prepared[] {
  // The parts of a document share their context, and a title is read twice.
  const [wordsIn, plain] = [oncePerText(wordsOf), oncePerText(normalize)];
  return entries.map((entry) => {
    const [kind, title, url, context, number = '', more = ''] = entry;
    const own = Object.hasOwn(aliases, url) ? aliases[url] : [];
    const words = new Map<string, number>();
    const add = (text: string, weight: number): void => {
      for (const word of wordsIn(text)) words.set(word, Math.max(weight, words.get(word) ?? 0));
    };
    add(title, 1);
    add(context, kinds[kind].isPart ? DOCUMENT_WEIGHT : CONTEXT_WEIGHT);
    add(kinds[kind].id, KIND_WEIGHT);
    for (const text of [more, ...own, ...otherTitles(wordsIn(title))]) add(text, MORE_WEIGHT);
    const writtenNames = [title, withoutNumber(title), context, ...own];
    return {
      entry,
      kind: kinds[kind],
      title: plain(title),
      names: new Set(writtenNames.map(plain)),
      writtenNames,
      number: plain(number),
      words,
      titleWords: new Set(wordsIn(title)).size,
      kindWord: wordsIn(kinds[kind].id)[0],
    };
  });
}

/** The words of a name, sorted: of "Server private key (base64 PEM)" they are "key private server". */
function inAnyOrder(name: string): string {
  return queryWords(name.replace(/\s*\([^()]*\)$/, ''))
    .toSorted()
    .join(' ');
}

/** A function that reads each text once. */
function oncePerText<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const own = known.get(text) ?? read(text);
    known.set(text, own);
    return own;
  };
}

/** The words of a numbered heading: "3.2 Edge Backoff", "Step 7b: Certificate" and "Appendix A: Messages". */
function withoutNumber(title: string): string {
  return title.replace(/^(?:\p{Lu}\p{L}+ [\dA-Z][\w.]*:|\d[\w.]*)\s+/u, '');
}

export interface Ranked {
  item: Prepared;
  /** Lower is better. Below `BY_WORDS`, the whole query matches a name or title. */
  grade: number;
}

/** The entries that match a query, sorted from best to worst. */
export function rank(index: PreparedIndex, query: string): Ranked[] {
  // "Section 6d" and "§6d" mean 6d.
  const withoutSection = query.trim().replace(/^(?:sections?\s+|§\s*)(?=\d|appendix)/i, '');
  const wanted = normalize(withoutSection);
  if (wanted === '') return [];
  const stems = queryWords(withoutSection);
  const [anyOrder, answers] = [inAnyOrder(withoutSection), answersTo(withoutSection)];
  const words = weighQueryWords(index, stems);
  const namedKinds = new Set(
    index.items.map(({ kindWord }) => kindWord).filter((word) => stems.includes(word)),
  );
  const otherKind = ({ kindWord }: Prepared): number =>
    namedKinds.size > 0 && !namedKinds.has(kindWord) ? OTHER_KIND : 0;
  const graded = (minCovered: number): Ranked[] =>
    index.items
      .flatMap((item) => {
        const byWords = gradeByWords(item, words, minCovered);
        const says = answers.some((word) => item.words.has(word)) ? ANSWERS : 0;
        const grade = Math.min(
          gradeAsName(item, wanted, byWords.lacksKnownWord),
          byWords.hasAll && item.writtenNames.some((name) => inAnyOrder(name) === anyOrder)
            ? NAME_IN_ANY_ORDER
            : Infinity,
          byWords.grade + otherKind(item) - says,
        );
        return grade < Infinity ? [{ item, grade }] : [];
      })
      .toSorted(compareRanked);
  const found = graded(MIN_COVERED);
  return found.length > 0 ? found : graded(MIN_COVERED_FALLBACK);
}

/** Of equal names the shorter comes first; a grade by words has weighed the number of words, so the order of the documents decides. */
export function compareRanked(a: Ranked, b: Ranked): number {
  const byLength = a.grade < BY_WORDS ? a.item.title.length - b.item.title.length : 0;
  return a.grade - b.grade || a.item.entry[0] - b.item.entry[0] || byLength;
}

/**
 * Compares the query as a whole with an entry. 0: an exact name or title; below 1: its number, or its name without the
 * prefix "FL"; from 1: the beginning of a name, then of a title; from 1.5: a name with typos; 2: a part of it.
 * @param lacksKnownWord whether a word of the query is in other entries, but not in this one: its name is no misspelling
 */
function gradeAsName(
  { title, names, number, kind }: Prepared,
  wanted: string,
  lacksKnownWord: boolean,
): number {
  if (names.has(wanted)) return 0;
  if (number === wanted || number === `step${wanted}`) return number === wanted ? 0.3 : 0.4;
  if (title === `fl${wanted}`) return 0.5;
  if (title.startsWith(wanted) || title.startsWith(`fl${wanted}`)) return kind.isName ? 1 : 1.3;
  const typos = kind.isName && !lacksKnownWord ? typosInName(title, wanted) : undefined;
  if (typos !== undefined) return 1.5 + typos / 10;
  return wanted.length > 1 && title.includes(wanted) ? 2 : Infinity;
}

/** Compares with the whole name, with and without prefix, and with the beginning of the name of the same length. */
function typosInName(title: string, wanted: string): number | undefined {
  const maxTypos = wanted.length >= 12 ? 3 : wanted.length >= 8 ? 2 : 1;
  if (wanted.length < 5) return undefined;
  return (
    typosBetween(wanted, title, maxTypos) ??
    typosBetween(`fl${wanted}`, title, maxTypos) ??
    (wanted.length >= 6 ? typosBetween(wanted, title.slice(0, wanted.length), 1) : undefined)
  );
}

interface QueryWord {
  /** The rarer the word, the higher. */
  weight: number;
  /** The words of the index that are similar to it, with their similarity. */
  similar: ReadonlyMap<string, number>;
  /** Whether an entry has exactly this word. */
  isKnown: boolean;
}

/** Compares each word of the query once with all words of the index, instead of once for every entry. */
function weighQueryWords({ items, frequency }: PreparedIndex, wanted: readonly string[]): QueryWord[] {
  return wanted.map((queryWord) => {
    const similar = new Map<string, number>();
    let entriesWithWord = 0;
    for (const [word, entries] of frequency) {
      const value = similarity(queryWord, word);
      if (value === 0) continue;
      similar.set(word, value);
      entriesWithWord += entries;
    }
    return {
      similar,
      isKnown: frequency.has(queryWord),
      weight: Math.log(1 + items.length / (entriesWithWord || ASSUMED_FREQUENCY)),
    };
  });
}

/**
 * Compares the query word by word with an entry. 2.5 if every word is in the title, more for a smaller share of covered
 * words; a short title is better than a long one.
 */
function gradeByWords(
  { words, titleWords, number, kind }: Prepared,
  wanted: readonly QueryWord[],
  minCovered: number,
): { grade: number; lacksKnownWord: boolean; hasAll: boolean } {
  let [covered, total, hits] = [0, 0, 0];
  let [lacksKnownWord, hasOnlyTypos] = [false, true];
  for (const { weight, similar, isKnown } of wanted) {
    let [best, nearest] = [0, 0];
    for (const [word, value] of similar) {
      const own = (words.get(word) ?? 0) * value;
      if (own > best) [best, nearest] = [own, value];
    }
    covered += weight * best;
    total += weight;
    if (nearest >= BEGINNING_OF_WORD) hasOnlyTypos = false;
    if (best > 0) hits++;
    else if (isKnown) lacksKnownWord = true;
  }
  const share = total > 0 ? covered / total : 0;
  const hasAll = hits === wanted.length;
  if (share < minCovered || hits === 0) return { grade: Infinity, lacksKnownWord, hasAll };
  const missing = 1 - hits / wanted.length;
  const guessed = missing > 0 && hasOnlyTypos ? GUESSED : 0;
  const outline = kind.isPart && !number ? WITHOUT_NUMBER : 0;
  const aside = missing > 0 && kind.isAside ? ASIDE : 0;
  const rest =
    MISSING_WORDS * missing + 0.1 * (1 - Math.min(1, hits / titleWords)) + guessed + outline + aside;
  return { grade: BY_WORDS + (1 - share) + rest, lacksKnownWord, hasAll };
}
