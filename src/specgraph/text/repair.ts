import type { GraphEdge, Problem } from '../model/index.ts';

/** The suggestion and the fix of a problem with a link, from the destination that was probably meant. */
export function repairOf({ repair, urlRange }: GraphEdge): Pick<Problem, 'suggestion' | 'fix'> {
  return {
    suggestion: repair?.url,
    fix: repair?.isCertain && urlRange ? [{ range: urlRange, text: repair.url }] : undefined,
  };
}
