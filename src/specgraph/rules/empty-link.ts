import type { GraphEdge } from '../model/index.ts';
import { documentOf } from '../resolve/ids.ts';
import type { GraphView } from '../view.ts';
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
      if (edge.why !== 'empty' || isAnchor(edge, graph)) continue;
      yield {
        at: placeOf(edge),
        message: `The ${edge.via === 'image' ? 'image' : 'link'} "${edge.text}" has no destination.`,
      };
    }
  },
};

/** "[](){ #retries }": an anchor, as generators with attribute lists take it. */
function isAnchor({ text, range, source }: GraphEdge, graph: GraphView): boolean {
  const facts = text === '' && range ? graph.document(documentOf(source) ?? '') : undefined;
  if (!facts) return false;
  const end = facts.lineStarts[range!.endLine - 1] + range!.endColumn - 1;
  return /^\{:?\s*#[\w-]+/.test(facts.source.slice(end, end + 80));
}
