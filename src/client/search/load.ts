/** Fetches the data of the search: first the names, which can be searched at once, then the words of the texts. */
import type { SearchIndex } from '../../payloads/search.ts';
import type { SectionTexts, WordIndex } from '../../payloads/word-index.ts';
import { createMatcher, type Matcher } from './matcher.ts';
import { createTextSearch } from './text-search.ts';

/**
 * @param urls the URLs of both files, as data attributes of the dialog
 * @param onReady called when names can be searched, when texts can be searched too, and when results can show more of a
 *   text
 * @throws if a file cannot be fetched
 */
export async function loadSearch(
  { index, words }: DOMStringMap,
  onReady: (matcher: Matcher) => void,
): Promise<void> {
  const [namesFile, wordsFile] = [fetchJson<SearchIndex>(index!), fetchJson<WordIndex>(words!)];
  // If both files fail, the failure of the names is reported, and this one must not be an unhandled rejection.
  wordsFile.catch(() => undefined);
  const matcher = createMatcher(await namesFile);
  onReady(matcher);
  matcher.addTexts(
    createTextSearch(await wordsFile, {
      load: (file) => fetchJson<SectionTexts>(file),
      onArrival: () => onReady(matcher),
    }),
  );
  onReady(matcher);
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}
