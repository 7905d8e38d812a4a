/** The words between the numbers of a list: "and", "or", and those of a range. */
import { numbersAtEnd } from '../extract/references/numbers.ts';

/** What a list says of its numbers: all of them, one of them, or those from the first to the last. */
export type Connective = 'and' | 'or' | 'range';

/**
 * Joins two lists of numbers of which each has its own document: " and " and " or " would make them one list. Each connective
 * has words of its own, so that the list can be joined again as it was.
 */
const BETWEEN_LISTS: Readonly<Record<Connective, string>> = {
  and: ' as well as ',
  or: ' or else ',
  range: ' together with ',
};

/** Whether one of the numbers is meant: "Sections 3, 4 or 5". */
export function isChoice(words: string): boolean {
  return /(?<!and\/)\bor\b/i.test(words);
}

/** "and/or" says neither, and cannot be said between two lists. */
export function isUndecided(words: string): boolean {
  return /\band\/or\b/i.test(words);
}

/**
 * The connective of a list that is split in two.
 * @param stayed the numbers that are left, as they are written now: where they are a range, nothing is lost of it
 */
export function connectiveOfSplit(words: string, stayed: string): Connective {
  if (isChoice(words)) return 'or';
  const isRange = (text: string): boolean => numbersAtEnd(text)?.to !== undefined;
  return isRange(words) && !isRange(stayed) && !/,|\sand\s/.test(words) ? 'range' : 'and';
}

export function wordsBetweenLists(connective: Connective): string {
  return BETWEEN_LISTS[connective];
}

/** @returns the connective of two lists by the words at the end of what stands between them, and where these words begin */
export function connectiveBetween(words: string): { connective: Connective; start: number } | undefined {
  for (const connective of ['and', 'or', 'range'] as const)
    if (words.endsWith(BETWEEN_LISTS[connective]))
      return { connective, start: words.length - BETWEEN_LISTS[connective].length };
  return undefined;
}

const NUMBER = String.raw`(?:\d+(?:\.\d+)*[a-z]?|[A-Z](?:\.\d+)*)`;
const JOINTS = new RegExp(
  String.raw`(?<![\w.])${NUMBER}(?<joint>\s*(?:[-–—]|\b(?:to|through|thru|until|up to)\b|\.{2,3}|…)\s*)(?=${NUMBER}(?![\w]))`,
  'g',
);

/** What joins the ends of the ranges in words. */
export function jointsOf(words: string): string[] {
  return [...words.matchAll(JOINTS)].map(({ groups }) => groups!.joint.replace(/\s+/g, ' '));
}

const LISTS = new RegExp(
  String.raw`\b(?:Sections?|Appendices|Annexes|Chapters?|Steps?|Parts?)\s+${NUMBER}[^.;:()\n]{1,6}${NUMBER}`,
  'g',
);

/** What joins the ends of most ranges of a text; "-" where it has none. */
export function usualJoint(text: string): string {
  const counts = new Map<string, number>();
  for (const joint of [...text.matchAll(LISTS)].flatMap(([words]) => jointsOf(words)))
    counts.set(joint, (counts.get(joint) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most?.[0] ?? '-';
}
