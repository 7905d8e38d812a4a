import { placeOf } from '../text/describe.ts';
import type { Rule } from './rule.ts';

export const linkOutsideRoot: Rule = {
  id: 'link-outside-root',
  group: 'links',
  severity: 'error',
  summary: 'A link stays within the repository',
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.why !== 'outside-root') continue;
      yield {
        at: edge.urlRange ?? placeOf(edge),
        message: `The link points to "${edge.url}", which leads out of the repository; readers of the published text cannot follow it.`,
      };
    }
  },
};
