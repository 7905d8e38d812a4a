/** Which page somebody may have meant who asked for one that does not exist. */
import { distance } from 'fastest-levenshtein';

/** A path is near while fewer than this share of its letters would have to change. */
const NEAR = 0.4;

/**
 * The nearest path, or undefined when none is near. Whole paths are compared, and last parts alone: a page that was
 * looked for in the wrong folder is found by its name.
 * @param wanted path as asked for
 * @param known paths that exist; the first of equally near ones is taken
 */
export function nearestPath(wanted: string, known: readonly string[]): string | undefined {
  const asked = plain(wanted);
  const scored = known.map((path) => {
    const have = plain(path);
    return { path, score: Math.min(apart(asked, have), apart(lastOf(asked), lastOf(have)) + 0.05) };
  });
  const best = scored.toSorted((a, b) => a.score - b.score)[0];
  return best && best.score < NEAR ? best.path : undefined;
}

/** Letters to change, as a share of the longer text. */
function apart(a: string, b: string): number {
  return a === '' || b === '' ? 1 : distance(a, b) / Math.max(a.length, b.length);
}

function plain(path: string): string {
  return decode(path)
    .toLowerCase()
    .replace(/(?:index)?\.(?:html|md)$/, '')
    .replace(/[_\s]+/g, '-')
    .replace(/^\/|\/$/g, '');
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A broken escape is taken as it stands. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
