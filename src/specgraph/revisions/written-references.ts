/** References as they are written: those that lead somewhere, and those whose number names nothing any more. */
import { sectionKind } from '../kinds/section.ts';
import { stepKind } from '../kinds/step.ts';
import type { DocumentFacts, GraphEdge, RawReference } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { oncePer } from '../resolve/once.ts';
import type { GraphView } from '../view.ts';

export interface WrittenReference {
  /** Its edge; of a number that names nothing, an unresolved one that the graph lacks. */
  edge: GraphEdge;
  /** What the words name: the number, or the destination and the words of a link. */
  names: string;
  /** Whether the graph has no edge for it, because the number need not be one of the set. */
  isDropped: boolean;
}

/** @returns the references of each document in reading order, those by number before the others */
export const writtenReferences = oncePer((graph: GraphView): WrittenReference[] => {
  const edges = graph.edges.filter(isReference);
  // An edge has the range of the reference that it was read from: the members of "Sections 6-9" differ in it.
  const byRange = new Map(edges.map((edge) => [edge.range, edge]));
  const numbered = graph.documents.flatMap((facts) =>
    facts.references.filter(isNumbered).map((reference): WrittenReference => {
      const edge = byRange.get(reference.range);
      byRange.delete(reference.range);
      return {
        edge: edge ?? droppedEdge(reference, facts),
        names: `${reference.kind} ${reference.value}`,
        isDropped: edge === undefined,
      };
    }),
  );
  const others = [...byRange.values()].map((edge) => ({
    edge,
    names: `${edge.url ?? ''} ${edge.text!}`,
    isDropped: false,
  }));
  return [...numbered, ...others];
});

function isReference({ kind, range, text }: GraphEdge): boolean {
  return kind === 'refers' && range !== undefined && text !== undefined;
}

function isNumbered({ kind, by }: RawReference): boolean {
  return (kind === sectionKind.id || kind === stepKind.id) && by === undefined;
}

function droppedEdge(
  { value, range, section, text, context, where }: RawReference,
  { id }: DocumentFacts,
): GraphEdge {
  return {
    kind: 'refers',
    source: section ? nodeId.section(id, section) : nodeId.document(id),
    target: nodeId.missingSection(id, value),
    resolved: false,
    range,
    text,
    context,
    via: where,
  };
}
