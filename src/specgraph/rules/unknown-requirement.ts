import type { Rule } from './rule.ts';
import { placeOf } from '../text/describe.ts';

export const unknownRequirement: Rule = {
  id: 'unknown-requirement',
  group: 'claims',
  severity: 'error',
  summary: 'A requirement that prose names is one of the configured requirements',
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.why !== 'unknown-requirement') continue;
      yield {
        at: placeOf(edge),
        message: `${edge.text} is not a requirement of this specification.`,
        suggestion: edge.nearest,
      };
    }
  },
};
