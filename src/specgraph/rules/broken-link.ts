import { placeOf } from '../text/describe.ts';
import { repairOf } from '../text/repair.ts';
import type { Rule } from './rule.ts';

export const brokenLink: Rule = {
  id: 'broken-link',
  group: 'links',
  severity: 'error',
  summary: 'A link points at a file that exists',
  fixable: true,
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.why !== 'missing-file') continue;
      yield {
        at: edge.urlRange ?? placeOf(edge),
        message: `The link points to "${edge.url}", but there is no such file.`,
        ...repairOf(edge),
      };
    }
  },
};
