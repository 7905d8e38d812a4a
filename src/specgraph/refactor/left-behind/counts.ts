/** Counts that changed, where the text states the old one in words that no pattern reads: "outside the 48". */
import { isMeasured } from '../../extract/references/numbers.ts';
import type { DocumentFacts } from '../../model/index.ts';
import type { Span } from '../headings.ts';
import type { Outcome } from '../outcome.ts';
import type { Before } from '../state.ts';

/** Smaller numbers stand for too many things. */
const MIN_COUNT = 10;

/** @returns the counts that are another number now: "48" to "49" */
export function changedCounts({ graph: before }: Before, { graph }: Outcome): Map<string, string> {
  const changed = new Map<string, string>();
  for (const [name, count] of Object.entries(before.quantities)) {
    const now = graph.quantities[name];
    if (now !== undefined && now !== count && count >= MIN_COUNT) changed.set(String(count), String(now));
  }
  return changed;
}

/** "the 48." and "all 48 of them": the number counts nothing that is named behind it. */
const STATED = /(?<=\b(?:all|of|other|these|the|those)\s)(?<number>\d{2,5})(?=[.,;:)]?(?:\s|$))/g;
const NOUN = /^\s+(?!(?:and|are|but|have|in|of|or|that|which|with)\b)\w/;

/** @returns offsets in the source, with the number */
export function countsIn({ source }: DocumentFacts, counts: ReadonlyMap<string, string>): [Span, string][] {
  if (counts.size === 0) return [];
  return [...source.matchAll(STATED)].flatMap(({ index, 0: number }): [Span, string][] => {
    const behind = source.slice(index + number.length, index + number.length + 20);
    if (!counts.has(number) || NOUN.test(behind) || isMeasured(behind)) return [];
    return [[{ start: index, end: index + number.length }, number]];
  });
}
