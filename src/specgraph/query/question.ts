/**
 * The nodes and edges that questions are asked about: a `GraphView`, or the exported JSON that a browser has.
 * No module in this folder needs Node or a parser.
 */
import { BUILT_IN_KINDS } from '../kinds/built-in.ts';
import type { Kind } from '../kinds/kind.ts';
import { labelOfId, writtenId } from '../kinds/labels.ts';
import { isDocument, isSection } from '../kinds/nodes.ts';
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
  /** The kinds of the nodes; the built-in ones where absent. */
  kinds?: readonly Kind[];
  nodes: readonly GraphNode[];
  edges: readonly E[];
}

/** The part of a graph that names need. */
export type NamedGraph = Pick<QueryGraph, 'nodes' | 'kinds'>;

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
export function createNodeNamer({ nodes: all, kinds = BUILT_IN_KINDS }: NamedGraph): (id: string) => string {
  const nodes = new Map(all.map((node) => [node.id, node]));
  const byId = new Map(kinds.map((kind) => [kind.id, kind]));
  const documentName = (id: string): string => {
    const node = nodes.get(id);
    if (!isDocument(node) || node.number === undefined) return id;
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
    if (isDocument(node)) return documentName(id);
    if (isSection(node)) return `${documentName(node.document)} ${sectionName(node)}`;
    const written = writtenId(node) ?? nodeId.nameOf(id);
    const kind = byId.get(node.kind);
    const label = kind ? labelOfId(kind, written) : written;
    const owner = nodeId.documentOf(id);
    return owner === undefined ? label : `${label} of ${documentName(owner)}`;
  };
}

/** Whether the text states the edge; the others follow from headings or from the plan of phases. */
export function isStated(edge: QueryEdge): boolean {
  return edge.kind !== 'contains' && edge.kind !== 'introduces' && edge.kind !== 'depends';
}

/** Numbers as people order them: 2 before 10, 6a before 6b. */
export const compareNames = new Intl.Collator('en', { numeric: true }).compare;
