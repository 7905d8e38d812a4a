import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was most probably meant, or undefined when none is similar: at most one edit in four characters, where
 * letter case does not count and swapping two neighbouring letters is one edit. Of equally similar ones the first.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 4)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const edits = editsBetween(wanted, candidate.toLowerCase());
    if (edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}

/** Levenshtein's distance, except that one swap of neighbouring letters counts as 1 instead of 2. */
function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  if (edits !== 2 || a.length !== b.length) return edits;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] ? 1 : edits;
}
