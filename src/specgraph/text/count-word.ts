/**
 * How often a name stands in the documents as a word of its own.
 * @param limit counting stops at this number, because whoever asks whether a name stands once need not read on
 */
export function countWord(name: string, documents: readonly { source: string }[], limit = Infinity): number {
  let count = 0;
  for (const { source } of documents)
    for (let at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + name.length)) {
      if (!/\w/.test(source[at - 1] ?? ' ') && !/\w/.test(source[at + name.length] ?? ' ')) count++;
      if (count >= limit) return count;
    }
  return count;
}

/** Whether a name stands in the documents exactly once, as a word of its own. */
export function isOnce(name: string, documents: readonly { source: string }[]): boolean {
  return countWord(name, documents, 2) === 1;
}
