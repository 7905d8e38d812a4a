import { placeOf } from '../text/describe.ts';
import type { Rule } from './rule.ts';

export const emptyLink: Rule = {
  id: 'empty-link',
  group: 'links',
  severity: 'error',
  summary: 'A link has a destination',
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.why !== 'empty') continue;
      yield {
        at: placeOf(edge),
        message: `The ${edge.via === 'image' ? 'image' : 'link'} "${edge.text}" has no destination.`,
      };
    }
  },
};
