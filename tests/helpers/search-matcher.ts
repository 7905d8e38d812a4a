/** The search as a browser has it once all texts have arrived. */
import type { GraphView } from '#specgraph';
import { createMatcher, type Matcher } from '../../src/client/search/matcher.ts';
import { createTextSearch, type TextSearch } from '../../src/client/search/text-search.ts';
import { encodeWordIndex, type SectionTexts } from '../../src/payloads/word-index.ts';
import { searchIndex } from '../../src/site/search/search-index.ts';
import { searchTexts } from '../../src/site/search/search-texts.ts';

export async function matcherOf(graph: GraphView): Promise<Matcher> {
  const matcher = createMatcher(searchIndex(graph));
  matcher.addTexts(
    await textSearchOf(Object.fromEntries(graph.documents.map((facts) => [facts.id, searchTexts(facts)]))),
  );
  return matcher;
}

/** @param files the texts of the sections of each document by the file that holds them */
export async function textSearchOf(files: Record<string, SectionTexts>): Promise<TextSearch> {
  const documents = Object.entries(files).map(([file, texts]) => ({ file, texts }));
  const search = createTextSearch(encodeWordIndex(documents), {
    load: (file) => Promise.resolve(files[file]),
    onArrival: () => undefined,
  });
  for (const { texts } of documents) for (const url of Object.keys(texts)) search.excerpt(url, '', true);
  await new Promise((resolve) => setTimeout(resolve));
  return search;
}
