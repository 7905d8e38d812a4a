/** Which kinds stand on the map from the start, and which inside their documents. */
import { isDocument, isOfDocuments, nodeId, type GraphNode, type GraphView, type Kind } from '#specgraph';
import { isTitle } from '../document-titles.ts';

/** Documents, and kinds whose ids are unique in the whole set. The things of the others are parts of a document. */
export function isOuterKind(kind: Kind): boolean {
  return kind.scope === 'set' && !isOfDocuments(kind);
}

/** Whether a node is a part of a document: a section below the title, a step, a table with a caption. */
export function isPartOfDocument(graph: GraphView, node: GraphNode): boolean {
  return !isTitle(graph, node) && !isDocument(node) && nodeId.documentOf(node.id) !== undefined;
}
