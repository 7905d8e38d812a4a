/** How often a name stands in the documents as a word of its own. */
export function countWord(name: string, documents: readonly { source: string }[]): number {
  let count = 0;
  for (const { source } of documents)
    for (let at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + name.length))
      if (!/\w/.test(source[at - 1] ?? ' ') && !/\w/.test(source[at + name.length] ?? ' ')) count++;
  return count;
}
