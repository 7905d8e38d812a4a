/** The last queries whose result was followed; kept in this browser, and nowhere where it keeps nothing. */
import type { Shelf } from '../storage.ts';

const KEY = 'recent-searches';
const MOST = 5;

/** Latest first. */
export function recentSearches(shelf: Shelf | undefined): string[] {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function remember(shelf: Shelf | undefined, query: string): void {
  const wanted = query.trim();
  if (wanted === '') return;
  const others = recentSearches(shelf).filter((one) => one.toLowerCase() !== wanted.toLowerCase());
  try {
    shelf?.setItem(KEY, JSON.stringify([wanted, ...others].slice(0, MOST)));
  } catch {
    // A full or forbidden storage keeps nothing: the search works all the same.
  }
}

export function forget(shelf: Shelf | undefined): void {
  try {
    shelf?.removeItem(KEY);
  } catch {
    // As above.
  }
}
