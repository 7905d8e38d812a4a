/** Fetches the data of the search: first the names, which can be searched at once, then the texts. */
import type { SearchIndex, SearchTexts } from '../../payloads/search.ts';
import { createMatcher, type Matcher } from './matcher.ts';

/**
 * @param urls the URLs of both files, as data attributes of the dialog
 * @param onReady called when names can be searched, and again when texts can be searched too
 * @throws if a file cannot be fetched
 */
export async function loadSearch(
  { index, texts }: DOMStringMap,
  onReady: (matcher: Matcher) => void,
): Promise<void> {
  const [namesFile, textsFile] = [fetchJson<SearchIndex>(index!), fetchJson<SearchTexts>(texts!)];
  // If both files fail, the failure of the names is reported, and this one must not be an unhandled rejection.
  textsFile.catch(() => undefined);
  const matcher = createMatcher(await namesFile);
  onReady(matcher);
  await matcher.addTexts(await textsFile);
  onReady(matcher);
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}
