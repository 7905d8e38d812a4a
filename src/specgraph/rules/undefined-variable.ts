import { placeOf } from '../text/describe.ts';
import type { Rule } from './rule.ts';

/** `misspelled-variable` reports names that are similar to a defined one. */
export const undefinedVariable: Rule = {
  id: 'undefined-variable',
  group: 'variables',
  severity: 'error',
  summary: 'A name written like a variable is defined as a variable or an attribute',
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.why !== 'unknown-name' || edge.nearest) continue;
      yield {
        at: placeOf(edge),
        message: `${edge.text} is neither a variable nor an attribute of this specification.`,
        suggestion: 'define it in its table, or list it as an attribute in the configuration',
      };
    }
  },
};
