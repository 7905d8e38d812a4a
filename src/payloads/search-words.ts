/** How words are compared: without case and separators, by stem, and with a typo or two. */

/** Keeps only letters and digits, in lower case, so that `edge backoff`, `FL_EDGE_BACKOFF` and `edgebackoff` compare as equal parts. */
export function normalize(text: string): string {
  return rawWords(text).join('');
}

/** Words that carry no meaning of their own in a query. */
const STOP_WORDS = new Set(
  'a an and are as at be between by can do does for from how i in into is it its my of on or that the this to what when where which while who why with'.split(
    ' ',
  ),
);

/** Words that people write, with the abbreviation that names use for them. */
const ABBREVIATIONS = new Map(
  Object.entries({
    maximum: 'max',
    longest: 'max',
    most: 'max',
    highest: 'max',
    minimum: 'min',
    least: 'min',
    fewest: 'min',
    lowest: 'min',
    number: 'num',
    many: 'num',
    count: 'num',
    certificate: 'cert',
    certificates: 'cert',
    certs: 'cert',
    configuration: 'config',
    environment: 'env',
  }),
);

/** The words of a text in lower case, by stem. Of a word with an abbreviation both forms are returned, since either may be mistyped. */
export function wordsOf(text: string): string[] {
  return rawWords(text).flatMap((word) =>
    ABBREVIATIONS.has(word) ? [stem(ABBREVIATIONS.get(word)!), stem(word)] : [stem(word)],
  );
}

/** The stems of all words of a text, with repetitions. */
export function stemsOf(text: string): string[] {
  return rawWords(text).map((word) => stem(ABBREVIATIONS.get(word) ?? word));
}

function rawWords(text: string): string[] {
  const letters = text.toLowerCase();
  // Most texts are ASCII, for which the simple expression is several times faster.
  if (ASCII.test(letters)) return letters.match(/[a-z\d]+/g) ?? [];
  return letters.normalize('NFKD').match(/[\p{L}\p{N}]+/gu) ?? [];
}

const ASCII = /^[\0-\x7f]*$/;

/** The stems of the words of a query, without stop words. */
export function queryWords(query: string): string[] {
  const words = withoutStopWords(rawWords(query));
  return [...new Set(words.map((word) => stem(ABBREVIATIONS.get(word) ?? word)))];
}

/** Removes stop words, unless there is no other word. */
export function withoutStopWords(words: readonly string[]): readonly string[] {
  const others = words.filter((word) => !STOP_WORDS.has(word.toLowerCase()));
  return others.length > 0 ? others : words;
}

/** Titles by which authors name the same part of a specification. */
const SAME_TITLES = [
  ['out of scope', 'not covered', 'non-goals'],
  ['glossary', 'terminology', 'terms and definitions'],
  ['changelog', 'revision history', 'document history'],
].map((titles) => titles.map((title) => ({ title, stems: stemsOf(title) })));

/**
 * The titles that mean the same as one that a title contains: "out of scope" for "What this document does not cover".
 * @param words the stems of the title
 */
export function otherTitles(words: readonly string[]): string[] {
  return SAME_TITLES.filter((same) =>
    same.some(({ stems }) => stems.every((own) => words.includes(own))),
  ).flatMap((same) => same.map(({ title }) => title));
}

/** What a question asks for, in the words of names. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  where: ['path', 'directory', 'folder', 'location'].map(stem),
};

/** The stems of the words that say what a query asks for: "where" asks for a path. */
export function answersTo(query: string): string[] {
  return rawWords(query).flatMap((word) => (Object.hasOwn(ANSWERS, word) ? ANSWERS[word] : []));
}

/** Removes endings, so that "scaling" and "scale" are the same word. */
function stem(word: string): string {
  const shortened = word.replace(/(?:ations?|ates?|ings?|ed|es|s|e)$/, '');
  // Of short words only the plural "s" is removed: "keys", "gpus".
  return (shortened.length >= 4 ? shortened : word.replace(/(?<=[a-z]{2}[^s])s$/, '')).replace(/y$/, 'i');
}

/** The similarity of a word to its beginning; words with typos have less. */
export const BEGINNING_OF_WORD = 0.85;

/** From 1 for the same word down to 0 for a different one; the beginning of a word counts more than a word with a typo. */
export function similarity(wanted: string, word: string): number {
  if (wanted === word) return 1;
  if (wanted.length > 2 && word.startsWith(wanted)) return BEGINNING_OF_WORD;
  if (wanted.length < 4 || wanted[0] !== word[0]) return 0;
  const typos = typosBetween(wanted, word, wanted.length >= 7 ? 2 : 1);
  return typos === undefined ? 0 : 0.8 - 0.1 * typos;
}

/**
 * The Damerau-Levenshtein distance of two words: the number of letters that are added, removed, changed or swapped with
 * their neighbour.
 * @returns undefined if the distance is more than `max`
 */
export function typosBetween(a: string, b: string, max: number): number | undefined {
  if (Math.abs(a.length - b.length) > max) return undefined;
  let [beforePrevious, previous] = [[] as number[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], beforePrevious[j - 2] + 1);
    }
    if (Math.min(...row) > max) return undefined;
    [beforePrevious, previous] = [previous, row];
  }
  return previous[b.length] <= max ? previous[b.length] : undefined;
}
