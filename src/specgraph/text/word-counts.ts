/** Counts words in large texts, in one pass and without a regular expression: sets of documents have tens of megabytes. */

const [UPPER_A, UPPER_Z, LOWER_A, LOWER_Z] = [65, 90, 97, 122];

const isUpper = (code: number): boolean => code >= UPPER_A && code <= UPPER_Z;
const isLower = (code: number): boolean => code >= LOWER_A && code <= LOWER_Z;

/**
 * @param words in lower case, of the letters a to z
 * @returns how often each of them stands in the texts, in any letter case, as a word or as a part of a name such as
 * "maxRetries", "MAX_RETRIES" and "max-retries"
 */
export function countWordsIn(texts: readonly string[], words: ReadonlySet<string>): Map<string, number> {
  const counts = new Map([...words].map((word) => [word, 0]));
  const lengths = new Set([...words].map((word) => firstAndLength(word.charCodeAt(0), word.length)));
  for (const text of texts) {
    for (let start = 0; start < text.length;) {
      const end = wordEnd(text, start);
      if (lengths.has(firstAndLength(text.charCodeAt(start) | 32, end - start))) {
        const word = text.slice(start, end).toLowerCase();
        const count = counts.get(word);
        if (count !== undefined) counts.set(word, count + 1);
      }
      start = Math.max(end, start + 1);
    }
  }
  return counts;
}

/** A number for the first letter and the length of a word: few words of a text share it with one that is counted. */
function firstAndLength(first: number, length: number): number {
  return first + length * 256;
}

/** Where the word ends that begins at `start`; `start` itself where none does. Words end before a capital behind a small letter. */
function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isUpper(text.charCodeAt(end))) end++;
  const capitals = end - start;
  if (!isLower(text.charCodeAt(end))) return end;
  // The last of several capitals begins the next word: "HTTP" and "Server" of "HTTPServer".
  if (capitals > 1) return end - 1;
  while (end < text.length && isLower(text.charCodeAt(end))) end++;
  return end;
}
