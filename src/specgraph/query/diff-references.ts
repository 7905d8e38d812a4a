import type { GraphEdge } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import type { GraphView } from '../view.ts';
import { createNodeNamer } from './question.ts';

/** A reference of one revision, in words: "spec/08 8" to "spec/14 6". */
export interface ReferenceChange {
  from: string;
  to: string;
  /** The words it is written with. */
  text: string;
  file: string;
  line: number;
}

export interface ReferenceChanges {
  /** References that do not resolve now, and did resolve before or are new. */
  broke: ReferenceChange[];
  /** References that did not resolve before, and resolve now or are gone. */
  mended: ReferenceChange[];
  appeared: ReferenceChange[];
  vanished: ReferenceChange[];
}

/**
 * Compares the references of two revisions. Two references from one section to one target count as one. A section that
 * was renumbered or renamed is still the same section.
 * @param idAfter maps ids of the first revision to those of the second
 */
export function diffReferences(
  before: GraphView,
  after: GraphView,
  idAfter: (id: string) => string,
): ReferenceChanges {
  const earlier = keyed(before, idAfter);
  const later = keyed(after, (id) => id);
  const gone = [...earlier].filter(([key]) => !later.has(key)).map(([, edge]) => edge);
  const come = [...later].filter(([key]) => !earlier.has(key)).map(([, edge]) => edge);
  const wholeBefore = new Map(
    gone.filter((edge) => edge.resolved).map((edge) => [asked(edge, before, idAfter), edge]),
  );
  const brokenBefore = new Set(
    gone.filter((edge) => !edge.resolved).map((edge) => asked(edge, before, idAfter)),
  );
  const same = (id: string): string => id;
  const brokenNow = new Set(come.filter((edge) => !edge.resolved).map((edge) => asked(edge, after, same)));
  const mendedNow = new Set(come.filter((edge) => edge.resolved).map((edge) => asked(edge, after, same)));
  const [inBefore, inAfter] = [describer(before), describer(after)];
  return {
    broke: come
      .filter((edge) => !edge.resolved)
      .map((edge) => {
        const whole = wholeBefore.get(asked(edge, after, same));
        return { ...inAfter(edge), ...(whole ? { to: inBefore(whole).to } : {}) };
      }),
    mended: [
      ...come.filter((edge) => edge.resolved && brokenBefore.has(asked(edge, after, same))).map(inAfter),
      ...gone.filter((edge) => !edge.resolved && !mendedNow.has(asked(edge, before, idAfter))).map(inBefore),
    ],
    appeared: come
      .filter((edge) => edge.resolved && !brokenBefore.has(asked(edge, after, same)))
      .map(inAfter),
    vanished: gone
      .filter((edge) => edge.resolved && !brokenNow.has(asked(edge, before, idAfter)))
      .map(inBefore),
  };
}

/** The first reference of each pair of source and target. */
function keyed(graph: GraphView, id: (id: string) => string): Map<string, GraphEdge> {
  const edges = new Map<string, GraphEdge>();
  for (const edge of graph.edges) {
    if (edge.kind !== 'refers' && edge.kind !== 'mentions') continue;
    const key = `${id(edge.source)}\0${id(edge.target)}`;
    if (!edges.has(key)) edges.set(key, edge);
  }
  return edges;
}

/** A key of what the words ask for. It is the same before and after the reference broke. */
function asked(edge: GraphEdge, graph: GraphView, id: (id: string) => string): string {
  return `${id(edge.source)}\0${edge.url ?? wanted(edge, graph, id)}`;
}

function wanted(edge: GraphEdge, graph: GraphView, id: (id: string) => string): string {
  if (edge.why === 'missing-section') return nodeId.nameOf(edge.target);
  const node = graph.node(edge.target);
  if (node?.kind === 'section')
    return nodeId.nameOf(nodeId.missingSection(id(node.document), node.number ?? node.slug));
  return node?.kind === 'document'
    ? (edge.text ?? edge.target)
    : edge.why === 'missing-document'
      ? (edge.text ?? '')
      : edge.target;
}

function describer(graph: GraphView): (edge: GraphEdge) => ReferenceChange {
  const name = createNodeNamer(graph);
  return (edge) => ({
    from: name(edge.source),
    to: edge.url && !edge.resolved ? edge.url : name(edge.target),
    text: edge.text ?? '',
    file: edge.range?.file ?? '',
    line: edge.range?.line ?? 0,
  });
}
