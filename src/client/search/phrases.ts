/** Exact phrases: words in quotes that must stand together, as in "split-brain". */

/** The phrases of a query, in lower case and with single blanks; a quote that is still open counts up to the end. */
export function phrasesOf(query: string): string[] {
  return [...query.matchAll(/["“”„]([^"“”„]+)(?:["“”„]|$)/gu)]
    .map(([, phrase]) => plainText(phrase))
    .filter((phrase) => phrase.length > 1);
}

export function hasPhrases(text: string, phrases: readonly string[]): boolean {
  const plain = plainText(text);
  return phrases.every((phrase) => plain.includes(phrase));
}

function plainText(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
