/** The places of the nodes of the graph in the printed book. */
import { nodeId, type GraphView } from '#specgraph';
import { bookAnchor } from '../../render/index.ts';
import { isTitle } from '../document-titles.ts';

/** The URL of a node within the book: a variable leads to its definition, a requirement to the document that satisfies it. */
export function bookUrl(graph: GraphView, id: string): string | undefined {
  const node = graph.node(id);
  const placeUrl = ({ document, slug }: { document: string; slug: string }): string =>
    `#${bookAnchor.place(graph, document, slug)}`;
  const sourceOf = (kind: string): string | undefined =>
    graph.incoming(id).find((edge) => edge.kind === kind && nodeId.documentOf(edge.source))?.source;
  switch (node?.kind) {
    case 'document':
      return `#${bookAnchor.chapter(graph, id)}`;
    case 'section':
      return isTitle(graph, node) ? `#${bookAnchor.chapter(graph, node.document)}` : placeUrl(node);
    case 'step':
      return placeUrl(node);
    case 'variable':
      return placeOf(graph, sourceOf('defines'));
    case 'requirement':
      return placeOf(
        graph,
        graph
          .incoming(id)
          .find((edge) => edge.kind === 'satisfies' && graph.documentNode(edge.source).phases.length === 1)
          ?.source,
      );
    default:
      return undefined;
  }
}

function placeOf(graph: GraphView, id: string | undefined): string | undefined {
  return id === undefined ? undefined : bookUrl(graph, id);
}
