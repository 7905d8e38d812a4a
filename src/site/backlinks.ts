/** Who refers to a section, a document or a variable, ready to be shown. */
import type { GraphEdge, GraphView } from '#specgraph';
import { documentOf, nodeId } from '#specgraph';

export interface Backlink {
  /** Where it stands: "spec/08 · 8. Scaling Operations". */
  place: string;
  url: string;
  /** The sentence, and the referring words within it. */
  context: string;
  words: string;
  document: string;
  line: number;
}

/** References from other sections to a section and to the step that it describes; one for each sentence. */
export function backlinksOfSection(graph: GraphView, document: string, slug: string): Backlink[] {
  const id = nodeId.section(document, slug);
  const steps = graph.outgoing(id).filter((edge) => edge.kind === 'contains' && edge.target.startsWith('step:')).map((edge) => edge.target);
  return toBacklinks(graph, [id, ...steps].flatMap((target) => [...graph.incoming(target)]).filter((edge) => edge.kind === 'refers' && edge.source !== id));
}

/** References from other documents to a document as a whole. */
export function backlinksOfDocument(graph: GraphView, document: string): Backlink[] {
  return toBacklinks(graph, graph.incoming(document).filter((edge) => edge.kind === 'refers' && documentOf(edge.source) !== document));
}

/** Every mention of a variable, attribute, requirement or phase. */
export function mentionsOf(graph: GraphView, node: string): Backlink[] {
  return toBacklinks(graph, graph.incoming(node).filter((edge) => edge.kind === 'mentions'));
}

function toBacklinks(graph: GraphView, edges: readonly GraphEdge[]): Backlink[] {
  const seen = new Set<string>();
  return edges.flatMap((edge) => {
    const key = `${edge.source} ${edge.context}`;
    if (!edge.range || seen.has(key)) return [];
    seen.add(key);
    const id = documentOf(edge.source)!;
    const facts = graph.document(id)!;
    const section = graph.node(edge.source);
    return [{
      place: `${shortName(facts.number, id)} · ${section?.kind === 'section' ? section.title : facts.title}`,
      url: edge.source, context: edge.context ?? '', words: edge.text ?? '', document: id, line: edge.range.line,
    }];
  });
}

/** "spec/14" where the set numbers its documents, the id otherwise. */
export function shortName(number: string | undefined, id: string): string {
  return number ? `spec/${number}` : id;
}
