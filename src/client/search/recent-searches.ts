/** The last queries from which a result was opened, stored in this browser. */
import type { ReaderStorage } from '../storage.ts';

const RECENT_KEY = 'recent-searches';
const MAX_RECENT = 5;

/** The newest query is first. */
export function recentSearches(storage: ReaderStorage | undefined): string[] {
  try {
    const saved: unknown = JSON.parse(storage?.getItem(RECENT_KEY) ?? '[]');
    return Array.isArray(saved)
      ? saved.filter((query) => typeof query === 'string').slice(0, MAX_RECENT)
      : [];
  } catch {
    return [];
  }
}

export function saveSearch(storage: ReaderStorage | undefined, query: string): void {
  const added = query.trim();
  if (added === '') return;
  const others = recentSearches(storage).filter((other) => other.toLowerCase() !== added.toLowerCase());
  try {
    storage?.setItem(RECENT_KEY, JSON.stringify([added, ...others].slice(0, MAX_RECENT)));
  } catch {
    // The storage is full or forbidden. The search works without it.
  }
}

export function clearSearches(storage: ReaderStorage | undefined): void {
  try {
    storage?.removeItem(RECENT_KEY);
  } catch {
    // As above.
  }
}
