import { placeOf } from '../text/describe.ts';
import type { Rule } from './rule.ts';

export const ignoredTarget: Rule = {
  id: 'ignored-target',
  group: 'links',
  severity: 'warn',
  summary: 'A link points at a file that git does not ignore',
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.why !== 'ignored') continue;
      yield {
        at: edge.urlRange ?? placeOf(edge),
        message: `The link points to "${edge.url}", which git ignores: it exists here, but not in other copies of the repository.`,
      };
    }
  },
};
