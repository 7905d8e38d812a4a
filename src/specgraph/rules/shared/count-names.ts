import type { CodeName, DocumentFacts } from '../../model/index.ts';

/** The names in the code of all documents, each with the number of its uses and its first place. */
export function countNames(documents: readonly DocumentFacts[]): Map<string, CodeName> {
  const names = new Map<string, CodeName>();
  for (const { codeNames } of documents)
    for (const one of codeNames) {
      const known = names.get(one.name);
      names.set(one.name, known ? { ...known, count: known.count + one.count } : one);
    }
  return names;
}
