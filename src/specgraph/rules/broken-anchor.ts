import type { GraphEdge } from '../model/index.ts';
import { placeOf } from '../text/describe.ts';
import { repairOf } from '../text/repair.ts';
import type { Rule } from './rule.ts';

export const brokenAnchor: Rule = {
  id: 'broken-anchor',
  group: 'links',
  severity: 'error',
  summary: 'The fragment of a link is a heading or an anchor of the document',
  fixable: true,
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.why !== 'missing-anchor') continue;
      yield { at: edge.urlRange ?? placeOf(edge), message: messageOf(edge), ...repairOf(edge) };
    }
  },
};

function messageOf({ url = '', owner = '' }: GraphEdge): string {
  const fragment = url.slice(url.indexOf('#'));
  return owner.endsWith('/')
    ? `"${fragment}" leads nowhere: the folder ${owner} has no README.`
    : `"${fragment}" is no heading and no anchor of ${owner}.`;
}
