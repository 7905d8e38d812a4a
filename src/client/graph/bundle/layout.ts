/** The places of the leaves on the circle of the bundle view, and the paths of its curves. Pure. */
import { cluster, curveBundle, hierarchy, lineRadial, type HierarchyPointNode } from 'd3';
import type { MapNode, MapTie } from '../../../map/model.ts';
import type { Branch, BundleGroup, BundleTree } from './tree.ts';

export interface PlacedLeaf {
  node: MapNode;
  /** Clockwise from the top, in radians. */
  angle: number;
  x: number;
  y: number;
  /** Radius of its dot. */
  r: number;
}

export interface GroupArc {
  group: BundleGroup;
  start: number;
  end: number;
}

export interface BundleLayout {
  radius: number;
  leaves: Map<string, PlacedLeaf>;
  arcs: GroupArc[];
  /** Between neighbouring sections, in pixels. */
  spacing: number;
  /** The pieces of the curve of a tie, from source to target, in `CURVE_UNITS`; empty where an end is no leaf. */
  pieces(tie: Pick<MapTie, 'source' | 'target'>): string[];
}

/** How tightly the curves are bundled: 1 follows the tree, 0 is a straight line. */
const TENSION = 0.86;
const GAPS = { group: 16, document: 7 };
const DOCUMENT_DOT = 9.5;

/** @param radius of the circle of leaves, in pixels */
export function bundleLayout(tree: BundleTree, radius: number): BundleLayout {
  const root = hierarchy<Branch>({ id: 'root', children: tree.groups });
  const all = root.leaves();
  const documents = all.filter(({ data }) => data.node?.kind === 'document').length;
  const gaps = GAPS.group * tree.groups.length + GAPS.document * Math.max(0, documents - tree.groups.length);
  const big = Math.min(DOCUMENT_DOT, (0.3 * radius * Math.PI) / Math.max(1, documents));
  const spacing = Math.max(
    0.5,
    (2 * Math.PI * radius - gaps - 2.2 * big * documents) / Math.max(1, all.length - documents),
  );
  const small = Math.min(3.4, 0.42 * spacing);
  const widthOf = ({ data }: { data: Branch }): number =>
    data.node?.kind === 'document' ? 2.2 * big : Math.min(spacing, 40);
  const placed = cluster<Branch>()
    .size([2 * Math.PI, radius])
    .separation(
      (a, b) =>
        (widthOf(a) + widthOf(b)) / 2 +
        (groupOf(a) !== groupOf(b) ? GAPS.group : a.parent !== b.parent ? GAPS.document : 0),
    )(root);
  const points = new Map(placed.leaves().map((leaf) => [leaf.data.id, leaf]));
  const write = curveWriter();
  const leaves = new Map(
    [...points].map(([id, { data, x: angle }]) => [
      id,
      { node: data.node!, angle, ...at(angle, radius), r: data.node!.kind === 'document' ? big : small },
    ]),
  );
  return {
    radius,
    leaves,
    spacing,
    arcs: arcsOf(placed, widthOf, radius),
    pieces: ({ source, target }) => write(points.get(source), points.get(target)),
  };
}

export function at(angle: number, radius: number): { x: number; y: number } {
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}

function groupOf(node: { depth: number; parent: unknown; data: Branch }): string {
  let own = node as HierarchyPointNode<Branch>;
  while (own.depth > 1) own = own.parent!;
  return own.data.id;
}

function arcsOf(
  root: HierarchyPointNode<Branch>,
  widthOf: (node: { data: Branch }) => number,
  radius: number,
): GroupArc[] {
  return (root.children ?? []).map((group) => {
    const own = group.leaves();
    const [first, last] = [own[0], own.at(-1)!];
    return {
      group: group.data as BundleGroup,
      start: first.x - widthOf(first) / 2 / radius,
      end: last.x + widthOf(last) / 2 / radius,
    };
  });
}

/** @returns a function from the ends of a curve to its pieces */
function curveWriter(): (
  source: HierarchyPointNode<Branch> | undefined,
  target: HierarchyPointNode<Branch> | undefined,
) => string[] {
  const pen = new Pieces();
  const line = lineRadial<HierarchyPointNode<Branch>>()
    .curve(curveBundle.beta(TENSION))
    .angle(({ x }) => x)
    .radius(({ y }) => y)
    .context(pen as unknown as CanvasRenderingContext2D);
  return (source, target) => {
    pen.all = [];
    if (source && target) line(source.path(target));
    return pen.all;
  };
}

/** Splits a curve into lines and Bézier curves, so that each piece can have its own colour. */
class Pieces {
  all: string[] = [];
  private from = '';

  moveTo(x: number, y: number): void {
    this.from = point(x, y);
  }

  lineTo(x: number, y: number): void {
    const to = point(x, y);
    this.add(`L${to}`, to);
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    const to = point(x, y);
    this.add(`C${point(x1, y1)} ${point(x2, y2)} ${to}`, to);
  }

  private add(command: string, to: string): void {
    if (to !== this.from) this.all.push(`M${this.from}${command}`);
    this.from = to;
  }
}

/** Curves use tenths of a pixel as their unit: thousands of integers are converted to text faster than fractions. */
export const CURVE_UNITS = 10;

function point(x: number, y: number): string {
  return `${Math.round(CURVE_UNITS * x)},${Math.round(CURVE_UNITS * y)}`;
}

/** Joins the pieces of a curve. */
export function joined(pieces: readonly string[]): string {
  return pieces.map((piece, i) => (i === 0 ? piece : piece.slice(piece.search(/[LC]/)))).join('');
}

/** Pieces of curves that are drawn in the same style: they have the same position along their curves and about the same number of references. */
export interface Strand {
  /** From 0 at the source to 1 at the target. */
  way: number;
  /** 0 for a single reference, 1 for a few, 2 for many. */
  strength: number;
  /** Whether one end is outside all documents. There are many such curves, so they are drawn below the others and lighter. */
  aside: boolean;
  d: string;
}

const STEPS = 8;

/** Combines all curves into a few paths, because thousands of elements would be slow to draw. */
export function strandsOf(layout: BundleLayout, ties: readonly MapTie[]): Strand[] {
  const strands = new Map<string, Omit<Strand, 'd'> & { pieces: string[] }>();
  const isAside = (id: string): boolean =>
    !['document', 'section'].includes(layout.leaves.get(id)?.node.kind ?? '');
  for (const tie of ties) {
    const pieces = layout.pieces(tie);
    const strength = strengthOf(tie.count);
    const aside = isAside(tie.source) || isAside(tie.target);
    pieces.forEach((piece, i) => {
      const step = Math.floor(((i + 0.5) / pieces.length) * STEPS);
      const key = `${aside} ${strength} ${step}`;
      const strand = strands.get(key) ?? { way: step / (STEPS - 1), strength, aside, pieces: [] };
      strand.pieces.push(piece);
      strands.set(key, strand);
    });
  }
  return [...strands.values()]
    .map(({ pieces, ...strand }) => ({ ...strand, d: pieces.join('') }))
    .toSorted((a, b) => Number(b.aside) - Number(a.aside) || a.strength - b.strength || a.way - b.way);
}

function strengthOf(count: number): 0 | 1 | 2 {
  return count < 2 ? 0 : count < 5 ? 1 : 2;
}

/** The leaf at a place, relative to the middle of the circle. */
export function leafAt(layout: BundleLayout, x: number, y: number, reach: number): PlacedLeaf | undefined {
  let [best, least]: [PlacedLeaf | undefined, number] = [undefined, reach];
  for (const leaf of layout.leaves.values()) {
    const far = Math.max(0, Math.hypot(leaf.x - x, leaf.y - y) - leaf.r);
    if (far < least) [best, least] = [leaf, far];
  }
  return best;
}
