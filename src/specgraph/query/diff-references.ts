import { isDocument, isSection } from '../kinds/nodes.ts';
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
  /** References that did not resolve before, and either resolve now or were removed. */
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
  const earlier = readRevision(before, idAfter);
  const later = readRevision(after, (id) => id);
  const removed = onlyIn(earlier, later);
  const added = onlyIn(later, earlier);
  const resolvedBefore = new Map(removed.resolved.map(({ words, edge }) => [words, edge]));
  const [brokenBefore, brokenAfter, resolvedAfter] = [removed.broken, added.broken, added.resolved].map(
    (references) => new Set(references.map(({ words }) => words)),
  );
  return {
    broke: added.broken.map(({ words, edge }) => {
      const whole = resolvedBefore.get(words);
      return { ...later.describe(edge), ...(whole ? { to: earlier.describe(whole).to } : {}) };
    }),
    mended: [
      ...changesOf(later, added.resolved, (words) => brokenBefore.has(words)),
      ...changesOf(earlier, removed.broken, (words) => !resolvedAfter.has(words)),
    ],
    appeared: changesOf(later, added.resolved, (words) => !brokenBefore.has(words)),
    vanished: changesOf(earlier, removed.resolved, (words) => !brokenAfter.has(words)),
  };
}

/** The references of one revision. */
interface Revision {
  /** The first reference of each pair of source and target, by a key of the pair. */
  edges: ReadonlyMap<string, GraphEdge>;
  wordsOf(edge: GraphEdge): string;
  describe(edge: GraphEdge): ReferenceChange;
}

/** A reference, and a key of what its words ask for. */
interface AskedReference {
  words: string;
  edge: GraphEdge;
}

function readRevision(graph: GraphView, id: (id: string) => string): Revision {
  const edges = new Map<string, GraphEdge>();
  for (const edge of graph.edges) {
    if (edge.kind !== 'refers' && edge.kind !== 'mentions') continue;
    const key = `${id(edge.source)}\0${id(edge.target)}`;
    if (!edges.has(key)) edges.set(key, edge);
  }
  return { edges, wordsOf: (edge) => wordsOf(edge, graph, id), describe: describer(graph) };
}

/** References of one revision between two places that have no reference in the other revision. */
function onlyIn(
  revision: Revision,
  other: Revision,
): { resolved: AskedReference[]; broken: AskedReference[] } {
  const references = [...revision.edges]
    .filter(([key]) => !other.edges.has(key))
    .map(([, edge]) => ({ words: revision.wordsOf(edge), edge }));
  return {
    resolved: references.filter(({ edge }) => edge.resolved),
    broken: references.filter(({ edge }) => !edge.resolved),
  };
}

function changesOf(
  revision: Revision,
  references: readonly AskedReference[],
  isWanted: (words: string) => boolean,
): ReferenceChange[] {
  return references.filter(({ words }) => isWanted(words)).map(({ edge }) => revision.describe(edge));
}

/** A key of what a reference asks for in its words. It is the same before and after the reference broke. */
function wordsOf(edge: GraphEdge, graph: GraphView, id: (id: string) => string): string {
  return `${id(edge.source)}\0${edge.url ?? wantedTarget(edge, graph, id)}`;
}

function wantedTarget(edge: GraphEdge, graph: GraphView, id: (id: string) => string): string {
  if (edge.why === 'missing-section') return nodeId.nameOf(edge.target);
  if (edge.why === 'missing-document') return edge.text ?? '';
  const node = graph.node(edge.target);
  if (isSection(node))
    return nodeId.nameOf(nodeId.missingSection(id(node.document), node.number ?? node.slug));
  return isDocument(node) ? (edge.text ?? edge.target) : edge.target;
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
