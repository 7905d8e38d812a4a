/**
 * The nodes and edges that questions are asked about: a `GraphView`, or the exported JSON that a browser has.
 * No module in this folder needs Node or a parser.
 */
import type { EdgeKind, GraphNode, SectionNode } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';

export interface QueryEdge {
  kind: EdgeKind;
  source: string;
  target: string;
  resolved: boolean;
  text?: string;
  context?: string;
}

export interface QueryGraph<E extends QueryEdge = QueryEdge> {
  nodes: readonly GraphNode[];
  edges: readonly E[];
}

/**
 * Ids of a node and of everything inside it: the sections and steps of a document, the subsections and steps of a
 * section.
 */
export function idsWithin(graph: QueryGraph, id: string): Set<string> {
  const whole = new Set([id]);
  const children = Map.groupBy(
    graph.edges.filter((edge) => edge.kind === 'contains'),
    (edge) => edge.source,
  );
  for (const part of whole) for (const edge of children.get(part) ?? []) whole.add(edge.target);
  return whole;
}

/**
 * Makes a function that gives nodes names for people: "FL_EDGE_BACKOFF", "spec/03", "spec/03 10o", "Step 7b of
 * spec/02", "Phase 9", "ORCH-03".
 */
export function createNodeNamer(graph: QueryGraph): (id: string) => string {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const documentName = (id: string): string => {
    const node = nodes.get(id);
    if (node?.kind !== 'document' || node.number === undefined) return id;
    return node.file.includes('/')
      ? `${node.file.slice(0, node.file.lastIndexOf('/'))}/${node.number}`
      : node.number;
  };
  // A section without a number is named after the numbered section around it.
  const sectionName = (node: SectionNode): string => {
    const own = node.number ?? `"${node.title}"`;
    for (let at = node; node.number === undefined && at.parent !== undefined;) {
      at = nodes.get(at.parent) as SectionNode;
      if (at.number !== undefined) return `${at.number} ${own}`;
    }
    return own;
  };
  return (id) => {
    const node = nodes.get(id);
    if (!node) return nodeId.isMissing(id) ? nodeId.nameOf(id) : id;
    switch (node.kind) {
      case 'document':
        return documentName(id);
      case 'section':
        return `${documentName(node.document)} ${sectionName(node)}`;
      case 'step':
        return `Step ${node.number} of ${documentName(node.document)}`;
      case 'phase':
        return `Phase ${node.number}`;
      case 'requirement':
        return nodeId.nameOf(id);
      default:
        return node.name;
    }
  };
}

/** Whether the text states the edge; the others follow from headings or from the plan of phases. */
export function isStated(edge: QueryEdge): boolean {
  return edge.kind !== 'contains' && edge.kind !== 'introduces' && edge.kind !== 'depends';
}

/** Numbers as people order them: 2 before 10, 6a before 6b. */
export const compareNames = new Intl.Collator('en', { numeric: true }).compare;
