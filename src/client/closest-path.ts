/** Finds the existing page whose path is most similar to a path that does not exist. */
import { distance } from 'fastest-levenshtein';

/** A path is similar if less than this share of its letters differs. */
const MAX_DIFFERENCE = 0.4;
/** A match of the last part alone counts a little less than a match of the whole path. */
const LAST_PART_PENALTY = 0.05;

/**
 * The most similar path, or undefined if none is similar enough. It compares whole paths and also the last parts
 * alone, so that a page in another folder is found by its name.
 * @param wanted the requested path
 * @param known the existing paths; the first of equally similar ones wins
 */
export function closestPath(wanted: string, known: readonly string[]): string | undefined {
  const requested = normalize(wanted);
  const scored = known.map((path) => {
    const existing = normalize(path);
    const lastParts = difference(lastPart(requested), lastPart(existing)) + LAST_PART_PENALTY;
    return { path, score: Math.min(difference(requested, existing), lastParts) };
  });
  const best = scored.toSorted((a, b) => a.score - b.score)[0];
  return best && best.score < MAX_DIFFERENCE ? best.path : undefined;
}

/** The edit distance as a share of the longer text. */
function difference(a: string, b: string): number {
  return a === '' || b === '' ? 1 : distance(a, b) / Math.max(a.length, b.length);
}

function normalize(path: string): string {
  return decode(path)
    .toLowerCase()
    .replace(/(?:index)?\.(?:html|md)$/, '')
    .replace(/[_\s]+/g, '-')
    .replace(/^\/|\/$/g, '');
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A text with a broken escape sequence is returned unchanged. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
