/** Fetches what the search looks through: the names first, which answer at once, then the texts. */
import type { SearchIndex, SearchTexts } from '../../payloads/search.ts';
import { createMatcher, type Matcher } from './match.ts';

/**
 * @param addresses where both files are
 * @param onReady called when names can be found, and again when texts can
 * @throws when a file cannot be fetched
 */
export async function loadSearch(
  { index, texts }: DOMStringMap,
  onReady: (matcher: Matcher) => void,
): Promise<void> {
  const reading = [fetchJson<SearchIndex>(index!), fetchJson<SearchTexts>(texts!)] as const;
  // Where the names fail as well, that is the failure to tell.
  reading[1].catch(() => undefined);
  const matcher = createMatcher(await reading[0]);
  onReady(matcher);
  await matcher.addTexts(await reading[1]);
  onReady(matcher);
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}
