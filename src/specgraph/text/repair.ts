import type { GraphEdge, Problem } from '../model/index.ts';

/** What a problem with a link says of the destination that was meant. */
export function repairOf({ repair, urlRange }: GraphEdge): Pick<Problem, 'suggestion' | 'fix'> {
  return {
    suggestion: repair?.url,
    fix: repair?.isCertain && urlRange ? [{ range: urlRange, text: repair.url }] : undefined,
  };
}
