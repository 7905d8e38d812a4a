/** Fetches files of previews when they are first needed, and caches them. */
import { previewsUrl } from './previews-url.ts';
import type { Preview, Previews } from '../../payloads/previews.ts';

const cache = new Map<string, Promise<Previews>>();

// The dev server reports that documents have changed.
document.addEventListener('spec:changed', () => cache.clear());

/** @returns undefined if the node has no preview or its file cannot be fetched; the link itself still works */
export async function fetchPreview(node: string): Promise<Preview | undefined> {
  const url = previewsUrl(node);
  if (!cache.has(url)) cache.set(url, load(url));
  try {
    return (await cache.get(url)!)[node];
  } catch {
    // The next call tries again.
    cache.delete(url);
    return undefined;
  }
}

async function load(url: string): Promise<Previews> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as Previews;
}
