import type { GraphEdge, Problem } from '../model.ts';
import { documentOf } from '../resolve/ids.ts';
import { placeOf, relativeUrl } from '../text/describe.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

export const unlinkedDocument: Rule = {
  id: 'unlinked-document',
  group: 'documents',
  severity: 'warn',
  summary: 'A document that is named in code is a link',
  fixable: true,
  *check(graph) {
    for (const edge of graph.edges) {
      const outside = documentOf(edge.source) !== documentOf(edge.target);
      if (edge.kind === 'refers' && edge.via === 'code' && edge.resolved && outside) yield describe(edge, graph);
    }
  },
};

function describe(edge: GraphEdge, graph: GraphView): Problem {
  const at = placeOf(edge);
  const url = relativeUrl(at.file, graph.document(documentOf(edge.target)!)!.path);
  const link = `[\`${edge.text}\`](${url})`;
  return {
    at,
    message: `\`${edge.text}\` names a document of the set and is not a link.`,
    suggestion: link,
    fix: [{ range: { ...at, column: at.column - 1, endColumn: at.endColumn + 1 }, text: link }],
  };
}
