/** A picture of the neighbourhood of one node: the nodes that refer to it on the left, the nodes that it refers to on the right. */
import { documentOf, nodeId, type GraphEdge, type GraphView, type NodeKind } from '#specgraph';
import { labelOf } from '../../map/names.ts';
import { namePartsOf } from '../graph/name-parts.ts';
import { urlOfNode, urls } from '../urls.ts';
import { shortName } from '../document-names.ts';

export interface Neighbour {
  label: string;
  kind: NodeKind;
  url: string;
  /** References between the two. */
  count: number;
}

export interface PictureInput {
  centre: { label: string; kind: NodeKind };
  left: Neighbour[];
  right: Neighbour[];
  /** The largest number of rows. Further neighbours are counted. */
  maxRows?: number;
}

/** Plain geometry in SVG user units. */
export interface Picture {
  width: number;
  height: number;
  /** The places of the two columns of dots. */
  columns: { left: number; right: number };
  centre: { x: number; y: number; label: string; kind: NodeKind };
  nodes: (Neighbour & { x: number; y: number; side: 'left' | 'right' })[];
  /** Path data and line width of each tie. */
  ties: { d: string; width: number; kind: NodeKind }[];
  /** The numbers of neighbours without a row, by side. */
  more: { left: number; right: number };
}

const WIDTH = 880;
const ROW = 25;
const MARGIN = 16;
const MAX_ROWS = 12;
/** Distance of the columns of dots from the edges, where the labels are. */
const COLUMN = 288;

export function picture({ centre, left, right, maxRows = MAX_ROWS }: PictureInput): Picture {
  const rows = Math.max(1, Math.min(maxRows, Math.max(left.length, right.length)));
  const height = rows * ROW + 2 * MARGIN;
  const middle = { x: WIDTH / 2, y: height / 2 };
  const placeSide = (all: Neighbour[], side: 'left' | 'right') => {
    const shown = all.slice(0, maxRows);
    const top = middle.y - ((shown.length - 1) * ROW) / 2;
    return shown.map((neighbour, row) => ({
      ...neighbour,
      side,
      x: side === 'left' ? COLUMN : WIDTH - COLUMN,
      y: top + row * ROW,
    }));
  };
  const nodes = [...placeSide(left, 'left'), ...placeSide(right, 'right')];
  return {
    width: WIDTH,
    height,
    columns: { left: COLUMN, right: WIDTH - COLUMN },
    centre: { ...centre, ...middle },
    nodes,
    ties: nodes.map(({ x, y, count, kind }) => ({
      d: curve(x, y, middle),
      width: round(Math.min(6, 0.8 + Math.sqrt(count) / 2)),
      kind,
    })),
    more: { left: Math.max(0, left.length - maxRows), right: Math.max(0, right.length - maxRows) },
  };
}

/** The largest number of rows in the picture of a section, which is part of the text. */
const MAX_ROWS_OF_SECTION = 8;

/** The nodes that refer to a section or to the step that it describes, and the nodes that its own text refers to; undefined if there are none. */
export function sectionPicture(graph: GraphView, document: string, slug: string): Picture | undefined {
  const id = nodeId.section(document, slug);
  const steps = graph
    .outgoing(id)
    .filter((edge) => edge.kind === 'contains' && nodeId.kindOf(edge.target) === 'step')
    .map((edge) => edge.target);
  const sectionAndSteps = new Set([id, ...steps]);
  const stated = (edge: GraphEdge): boolean =>
    edge.resolved &&
    (edge.kind === 'refers' || edge.kind === 'mentions') &&
    nodeId.kindOf(edge.target) !== 'phase';
  const left = neighbours(
    graph,
    [...sectionAndSteps]
      .flatMap((target) => graph.incoming(target))
      .filter(stated)
      .map((edge) => edge.source),
    sectionAndSteps,
  );
  const right = neighbours(
    graph,
    graph
      .outgoing(id)
      .filter(stated)
      .map((edge) => edge.target),
    sectionAndSteps,
  );
  if (left.length === 0 && right.length === 0) return undefined;
  const section = graph.document(document)?.sections.find((candidate) => candidate.slug === slug);
  return picture({
    centre: { label: section?.heading ?? slug, kind: 'section' },
    left,
    right,
    maxRows: MAX_ROWS_OF_SECTION,
  });
}

const MAX_ROWS_OF_PHASE = 16;

/** The effects of a phase: the documents of other phases that refer to its documents, and the nodes that it introduced. */
export function phasePicture(graph: GraphView, number: string): Picture {
  const id = nodeId.phase(number);
  const introduced = graph
    .outgoing(id)
    .filter((edge) => edge.kind === 'introduces')
    .map((edge) => edge.target);
  const introducedIds = new Set(introduced);
  const referring = introduced
    .filter((target) => graph.node(target)?.kind === 'document')
    .flatMap((target) => graph.referencesTo(target))
    .map((edge) => documentOf(edge.source)!);
  // Documents come before variables, each with the number of its references.
  const rank = ({ kind }: Neighbour): number => (kind === 'document' ? 0 : 1);
  const right = [...new Set(introduced)].map((target) =>
    neighbour(graph, target, graph.incoming(target).length),
  );
  return picture({
    centre: { label: `Phase ${number}`, kind: 'phase' },
    left: neighbours(graph, referring, introducedIds),
    right: right.toSorted((a, b) => rank(a) - rank(b) || b.count - a.count),
    maxRows: MAX_ROWS_OF_PHASE,
  });
}

/** Nodes by their frequency, without those of a set. */
function neighbours(graph: GraphView, ids: readonly string[], without: ReadonlySet<string>): Neighbour[] {
  return [
    ...Map.groupBy(
      ids.filter((id) => !without.has(id)),
      (id) => id,
    ),
  ]
    .map(([id, all]) => neighbour(graph, id, all.length))
    .toSorted((a, b) => b.count - a.count);
}

function neighbour(graph: GraphView, id: string, count: number): Neighbour {
  return {
    label: pictureLabelOf(graph, id),
    kind: graph.node(id)!.kind,
    url: urlOfNode(graph, id) ?? urls.graph(id),
    count,
  };
}

/** "spec/03 10o. Edge Discovery Backoff", "14 Edge and Auto-Scaling", "FL_PORT". */
function pictureLabelOf(graph: GraphView, id: string): string {
  const node = graph.node(id)!;
  const document = graph.document(documentOf(id) ?? '');
  switch (node.kind) {
    case 'section':
    case 'step':
      return `${document ? shortName(graph, document) : node.document} ${labelOf(namePartsOf(graph, id))}`;
    case 'phase':
      return node.number;
    default:
      return labelOf(namePartsOf(graph, id));
  }
}

function curve(x: number, y: number, to: { x: number; y: number }): string {
  const bend = round((x + to.x) / 2);
  return `M${x} ${round(y)}C${bend} ${round(y)} ${bend} ${round(to.y)} ${to.x} ${round(to.y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
