import { placeOf } from '../text/describe.ts';
import { repairOf } from '../text/repair.ts';
import type { Rule } from './rule.ts';

/** Only where the destination is a file: "[S_k](modulo 1000)" is meant as it stands. */
export const linkShownAsText: Rule = {
  id: 'link-shown-as-text',
  group: 'links',
  severity: 'error',
  summary: 'A link to a file whose name holds spaces is written so that it is read as a link',
  fixable: true,
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.why !== 'shown-as-text') continue;
      yield {
        at: placeOf(edge),
        message: `"${edge.url}" is a file, but with ${/\s/.test(edge.url!) ? 'a space' : 'a single parenthesis'} in the destination this is no link, and its brackets show as text.`,
        ...repairOf(edge),
      };
    }
  },
};
