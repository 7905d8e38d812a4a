/** How well an entry answers a query: names exactly, names by their beginning, titles, words in other order, words like these. Pure. */
import type { SearchEntry, SearchIndex, SearchKind } from '../../payloads/search.ts';
import { likeness, plain, typosBetween, wantedWords, wordsOf } from './words.ts';

/** Kinds that are asked for by name, where a typo in the name is still that name. */
const NAMED: readonly SearchKind[] = ['variable', 'attribute', 'requirement', 'phase', 'rule'];

/** What a word is worth in each field, against the title. The context of a section only says where it stands. */
const IN_CONTEXT = 0.8;
const IN_KIND = 0.8;
const IN_PLACE = 0.6;
const IN_MORE = 0.6;

/** Entries that cover less of the query than this do not answer it; where nothing does, half an answer is better than none. */
const LEAST_COVERED = 0.55;
const HALF_COVERED = 0.3;

export interface Prepared {
  entry: SearchEntry;
  kind: SearchKind;
  /** Title and context without case and separators. */
  title: string;
  context: string;
  /** "6d" of "6d. Discovery"; empty for titles without a number. */
  number: string;
  /** Words by the worth of the field in which they stand best. */
  words: ReadonlyMap<string, number>;
  /** How many words the title has. */
  length: number;
}

/** The number at the head of a section's title. */
const NUMBER = /^(?:Appendix [A-Z]\b|(?:Step )?\d+[a-z]?(?:\.\d+[a-z]?)*(?=[.:\s]))/;

export interface PreparedIndex {
  items: readonly Prepared[];
  /** Every word of the index, with the number of entries that have it. */
  often: ReadonlyMap<string, number>;
}

export function prepare(index: SearchIndex): PreparedIndex {
  const items = prepareEntries(index);
  const often = new Map<string, number>();
  for (const { words } of items) for (const word of words.keys()) often.set(word, (often.get(word) ?? 0) + 1);
  return { items, often };
}

function prepareEntries({ kinds, entries }: SearchIndex): Prepared[] {
  return entries.map((entry) => {
    const [kind, title, , context, more = ''] = entry;
    const words = new Map<string, number>();
    const add = (text: string, worth: number): void => {
      for (const word of wordsOf(text)) words.set(word, Math.max(worth, words.get(word) ?? 0));
    };
    add(title, 1);
    add(context, kinds[kind] === 'section' || kinds[kind] === 'step' ? IN_PLACE : IN_CONTEXT);
    add(kinds[kind], IN_KIND);
    add(more, IN_MORE);
    return {
      entry,
      kind: kinds[kind],
      title: plain(title),
      context: plain(context),
      number: plain(NUMBER.exec(title)?.[0] ?? ''),
      words,
      length: new Set(wordsOf(title)).size,
    };
  });
}

export interface Ranked {
  item: Prepared;
  /** Lower is better; below 2.5 the title as a whole meets the query. */
  grade: number;
}

/** Entries that answer a query, best first. */
export function rank(index: PreparedIndex, query: string): Ranked[] {
  // "Section 6d" and "§6d" ask for 6d.
  const asked = query.trim().replace(/^(?:sections?\s+|§\s*)(?=\d|appendix)/i, '');
  const wanted = plain(asked);
  if (wanted === '') return [];
  const words = coverage(index, wantedWords(asked));
  const graded = (least: number): Ranked[] =>
    index.items
      .flatMap((item) => {
        const grade = Math.min(wholeGrade(item, wanted), wordGrade(item, words, least));
        return grade < Infinity ? [{ item, grade }] : [];
      })
      .toSorted(best);
  const answers = graded(LEAST_COVERED);
  return answers.length > 0 ? answers : graded(HALF_COVERED);
}

export function best(a: Ranked, b: Ranked): number {
  return a.grade - b.grade || a.item.entry[0] - b.item.entry[0] || a.item.title.length - b.item.title.length;
}

/** The query as one name: 0 exact, below 1 its number or the name without its prefix, 1 its beginning, of a name before a title, 1.5 with typos, 2 inside. */
function wholeGrade({ title, context, number, kind }: Prepared, wanted: string): number {
  if (title === wanted || context === wanted) return 0;
  if (number === wanted || number === `step${wanted}`) return number === wanted ? 0.3 : 0.4;
  if (title === `fl${wanted}`) return 0.5;
  if (title.startsWith(wanted) || title.startsWith(`fl${wanted}`)) return NAMED.includes(kind) ? 1 : 1.3;
  const typos = NAMED.includes(kind) ? typosInName(title, wanted) : undefined;
  if (typos !== undefined) return 1.5 + typos / 10;
  return wanted.length > 1 && title.includes(wanted) ? 2 : Infinity;
}

/** Of the whole name with or without prefix, or of as much of it as has been typed. */
function typosInName(title: string, wanted: string): number | undefined {
  const most = wanted.length >= 12 ? 3 : wanted.length >= 8 ? 2 : 1;
  if (wanted.length < 5) return undefined;
  return (
    typosBetween(wanted, title, most) ??
    typosBetween(`fl${wanted}`, title, most) ??
    (wanted.length >= 6 ? typosBetween(wanted, title.slice(0, wanted.length), 1) : undefined)
  );
}

interface Covered {
  /** What the word weighs: the rarer, the more. */
  weight: number;
  /** How much each word of the index is like it. */
  like: ReadonlyMap<string, number>;
}

/** Looks each wanted word up once among all words of the index, not once for every entry. */
function coverage({ items, often }: PreparedIndex, wanted: readonly string[]): Covered[] {
  return wanted.map((one) => {
    const like = new Map<string, number>();
    let found = 0;
    for (const [word, entries] of often) {
      const value = likeness(one, word);
      if (value === 0) continue;
      like.set(word, value);
      found += entries;
    }
    // A word that stands nowhere tells little: it is taken for a fairly common one.
    return { like, weight: Math.log(1 + items.length / (found || 20)) };
  });
}

/** From 2.5, every word in the title, upwards: the share of the query that the entry covers, a short title before a long one. */
function wordGrade({ words, length }: Prepared, wanted: readonly Covered[], least: number): number {
  let [covered, all, hits] = [0, 0, 0];
  for (const { weight, like } of wanted) {
    let most = 0;
    for (const [word, value] of like) {
      const worth = words.get(word);
      if (worth !== undefined && worth * value > most) most = worth * value;
    }
    covered += weight * most;
    all += weight;
    if (most > 0) hits++;
  }
  const share = all > 0 ? covered / all : 0;
  if (share < least || hits === 0) return Infinity;
  return 2.5 + (1 - share) + 0.1 * (1 - Math.min(1, hits / length));
}
