/** Which kinds stand on the map from the start, and which inside their documents. */
import { isDocument, isOfDocuments, isSection, nodeId, type GraphNode, type Kind } from '#specgraph';

/** Documents, and kinds whose ids are unique in the whole set. The things of the others are parts of a document. */
export function isOuterKind(kind: Kind): boolean {
  return kind.scope === 'set' && !isOfDocuments(kind);
}

/** Whether a node is a part of a document: a section below the title, a step, a table with a caption. */
export function isPartOfDocument(node: GraphNode): boolean {
  return isOnMap(node) && !isDocument(node) && nodeId.documentOf(node.id) !== undefined;
}

/** The title of a document is no node of its own. */
export function isOnMap(node: GraphNode): boolean {
  return !isSection(node) || node.depth > 1;
}
