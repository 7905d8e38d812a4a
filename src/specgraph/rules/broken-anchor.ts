import type { GraphEdge, Problem } from '../model/index.ts';
import { placeOf } from '../text/describe.ts';
import type { Rule } from './rule.ts';

export const brokenAnchor: Rule = {
  id: 'broken-anchor',
  group: 'links',
  severity: 'error',
  summary: 'The fragment of a link is a heading or an anchor of the document',
  fixable: true,
  *check(graph) {
    for (const edge of graph.edges) if (edge.why === 'missing-anchor') yield describe(edge);
  },
};

function describe(edge: GraphEdge): Problem {
  const url = edge.url ?? '';
  const fragment = url.slice(url.indexOf('#'));
  const meant = edge.nearest && url.slice(0, url.indexOf('#') + 1) + edge.nearest;
  return {
    at: edge.urlRange ?? placeOf(edge),
    message: `"${fragment}" is no heading and no anchor of ${edge.owner}.`,
    suggestion: meant,
    fix:
      meant && sameTitle(fragment.slice(1), edge.nearest!)
        ? [{ range: edge.urlRange!, text: meant }]
        : undefined,
  };
}

/** Whether only the number before the title has changed, because the section was renumbered. */
function sameTitle(a: string, b: string): boolean {
  const title = (slug: string): string => slug.replace(/^\d+[a-z]?-/, '');
  return title(a) === title(b) && title(a) !== '';
}
