/** How words are compared: without case and separators, by stem, and with a typo or two. Pure. */

/** Letters and digits only: `edge backoff`, `FL_EDGE_BACKOFF` and `edgebackoff` meet. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Words that say how one asks, not what for. */
const FILLERS = new Set(
  'a an and are as at be between by can do does for from how i in into is it its my of on or that the this to what when where which while who why with'.split(
    ' ',
  ),
);

/** Abbreviations of names and what people write for them. */
const SAME = new Map(
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

/** The words of a text as they are compared, lower case and by stem; an abbreviated one as it stands as well, since that may be mistyped. */
export function wordsOf(text: string): string[] {
  return rawWords(text).flatMap((word) =>
    SAME.has(word) ? [stem(SAME.get(word)!), stem(word)] : [stem(word)],
  );
}

/** The words of a text by stem, as often as they stand there. */
export function stemsOf(text: string): string[] {
  return rawWords(text).map((word) => stem(SAME.get(word) ?? word));
}

function rawWords(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The words of a query that carry its meaning; all of them where none does. */
export function wantedWords(query: string): string[] {
  const said = rawWords(query);
  return [...new Set(tellingWords(said).map((word) => stem(SAME.get(word) ?? word)))];
}

/** Without the words that only ask, where others remain. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !FILLERS.has(word.toLowerCase()));
  return telling.length > 0 ? telling : words;
}

/** Endings that do not matter: "scaling" and "scale" are one word. */
function stem(word: string): string {
  const bare = word.replace(/(?:ations?|ates?|ings?|ed|es|s|e)$/, '');
  // "keys" and "gpus" are plurals too short for the other endings.
  return (bare.length >= 4 ? bare : word.replace(/(?<=[a-z]{2}[^s])s$/, '')).replace(/y$/, 'i');
}

/** 1 for the same word, less for its beginning, less again for a typo, 0 for another word. */
export function likeness(wanted: string, word: string): number {
  if (wanted === word) return 1;
  if (wanted.length > 2 && word.startsWith(wanted)) return 0.85;
  if (wanted.length < 4 || wanted[0] !== word[0]) return 0;
  const typos = typosBetween(wanted, word, wanted.length >= 7 ? 2 : 1);
  return typos === undefined ? 0 : 0.8 - 0.1 * typos;
}

/**
 * Letters added, left out, changed or swapped with their neighbour between two words.
 * @returns undefined where there are more than `most`
 */
export function typosBetween(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    if (Math.min(...row) > most) return undefined;
    [older, old] = [old, row];
  }
  return old[b.length] <= most ? old[b.length] : undefined;
}
