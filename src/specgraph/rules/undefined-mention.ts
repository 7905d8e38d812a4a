import type { GraphEdge } from '../model/index.ts';
import { placeOf } from '../text/describe.ts';
import { articleFor } from '../text/lists.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** Kinds whose definitions stand in documents. Mentions that may be ordinary words are not in the graph. */
export const undefinedMention: Rule = {
  id: 'undefined-mention',
  group: 'kinds',
  severity: 'error',
  summary: 'A thing that the text names is defined',
  replaces: ['misspelled-name'],
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.why !== 'undefined' || !isChecked(edge, graph)) continue;
      const { name } = graph.kind(edge.thing!.kind)!;
      yield {
        at: placeOf(edge),
        message: `"${edge.text}" names ${articleFor(name.one)} ${name.one} that is not defined${whereOf(edge, graph)}.`,
        suggestion: edge.nearest,
      };
    }
  },
};

function isChecked({ thing }: GraphEdge, graph: GraphView): boolean {
  return graph.kind(thing!.kind)?.checks.includes('undefined') ?? false;
}

function whereOf({ owner, thing }: GraphEdge, graph: GraphView): string {
  if (graph.kind(thing!.kind)?.scope === 'set') return '';
  const document = owner === undefined ? undefined : graph.document(owner);
  return document ? ` in ${document.path}` : ' in this document';
}
