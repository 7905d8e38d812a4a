import { placeOf } from '../text/describe.ts';
import { repairOf } from '../text/repair.ts';
import type { Rule } from './rule.ts';

export const caseMismatch: Rule = {
  id: 'case-mismatch',
  group: 'links',
  severity: 'error',
  summary: 'A link spells the file as it is spelled on disk, capitals included',
  fixable: true,
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.why !== 'case') continue;
      const spelling = edge.nearest ? `is spelled "${edge.nearest}"` : 'has several other spellings';
      yield {
        at: edge.urlRange ?? placeOf(edge),
        message: `The link points to "${edge.url}", the file ${spelling}; this breaks where letter case counts.`,
        ...repairOf(edge),
      };
    }
  },
};
