/** Fetches previews when they are first needed, and keeps them. */
import { previewsOf } from './file.ts';
import type { Preview, Previews } from '../../payloads/previews.ts';

const kept = new Map<string, Promise<Previews>>();

// A dev server says when the documents have changed.
document.addEventListener('spec:changed', () => kept.clear());

/** Undefined for a node without a preview, and where the file cannot be had: the link works all the same. */
export async function previewOf(node: string): Promise<Preview | undefined> {
  const url = previewsOf(node);
  if (!kept.has(url)) kept.set(url, load(url));
  try {
    return (await kept.get(url)!)[node];
  } catch {
    // What failed once is asked for again the next time.
    kept.delete(url);
    return undefined;
  }
}

async function load(url: string): Promise<Previews> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as Previews;
}
