/** The places of the leaves on the circle of the bundle view, and the paths of its curves. Pure. */
import { isHead, traitsOf } from '../../../map/kinds.ts';
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
const BUNDLE_STRENGTH = 0.86;
const GAPS_PX = { group: 16, document: 7 };
const MAX_DOCUMENT_RADIUS = 9.5;

/** @param radius of the circle of leaves, in pixels */
export function bundleLayout(tree: BundleTree, radius: number): BundleLayout {
  const root = hierarchy<Branch>({ id: 'root', children: tree.groups });
  const allLeaves = root.leaves();
  const documents = allLeaves.filter(({ data }) => data.node && isHead(data.node)).length;
  const gaps =
    GAPS_PX.group * tree.groups.length + GAPS_PX.document * Math.max(0, documents - tree.groups.length);
  const documentRadius = Math.min(MAX_DOCUMENT_RADIUS, (0.3 * radius * Math.PI) / Math.max(1, documents));
  const spacing = Math.max(
    0.5,
    (2 * Math.PI * radius - gaps - 2.2 * documentRadius * documents) /
      Math.max(1, allLeaves.length - documents),
  );
  const leafRadius = Math.min(3.4, 0.42 * spacing);
  const widthOf = ({ data }: { data: Branch }): number =>
    data.node && isHead(data.node) ? 2.2 * documentRadius : Math.min(spacing, 40);
  const placed = cluster<Branch>()
    .size([2 * Math.PI, radius])
    .separation(
      (a, b) =>
        (widthOf(a) + widthOf(b)) / 2 +
        (groupOf(a) !== groupOf(b) ? GAPS_PX.group : a.parent !== b.parent ? GAPS_PX.document : 0),
    )(root);
  const points = new Map(placed.leaves().map((leaf) => [leaf.data.id, leaf]));
  const writeCurve = curveWriter();
  const leaves = new Map(
    [...points].map(([id, { data, x: angle }]) => [
      id,
      {
        node: data.node!,
        angle,
        ...pointOnCircle(angle, radius),
        r: isHead(data.node!) ? documentRadius : leafRadius,
      },
    ]),
  );
  return {
    radius,
    leaves,
    spacing,
    arcs: arcsOf(placed, widthOf, radius),
    pieces: ({ source, target }) => writeCurve(points.get(source), points.get(target)),
  };
}

export function pointOnCircle(angle: number, radius: number): { x: number; y: number } {
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}

function groupOf(node: { depth: number; parent: unknown; data: Branch }): string {
  let ancestor = node as HierarchyPointNode<Branch>;
  while (ancestor.depth > 1) ancestor = ancestor.parent!;
  return ancestor.data.id;
}

function arcsOf(
  root: HierarchyPointNode<Branch>,
  widthOf: (node: { data: Branch }) => number,
  radius: number,
): GroupArc[] {
  return (root.children ?? []).map((group) => {
    const leavesOfGroup = group.leaves();
    const [first, last] = [leavesOfGroup[0], leavesOfGroup.at(-1)!];
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
  const pen = new CurvePieces();
  const line = lineRadial<HierarchyPointNode<Branch>>()
    .curve(curveBundle.beta(BUNDLE_STRENGTH))
    .angle(({ x }) => x)
    .radius(({ y }) => y)
    .context(pen as unknown as CanvasRenderingContext2D);
  return (source, target) => {
    pen.commands = [];
    if (source && target) line(source.path(target));
    return pen.commands;
  };
}

/** Splits a curve into lines and Bézier curves, so that each piece can have its own colour. */
class CurvePieces {
  commands: string[] = [];
  private position = '';

  moveTo(x: number, y: number): void {
    this.position = point(x, y);
  }

  lineTo(x: number, y: number): void {
    const end = point(x, y);
    this.add(`L${end}`, end);
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    const end = point(x, y);
    this.add(`C${point(x1, y1)} ${point(x2, y2)} ${end}`, end);
  }

  private add(command: string, end: string): void {
    if (end !== this.position) this.commands.push(`M${this.position}${command}`);
    this.position = end;
  }
}

/** Curves use tenths of a pixel as their unit: thousands of integers are converted to text faster than fractions. */
export const CURVE_UNITS = 10;

function point(x: number, y: number): string {
  return `${Math.round(CURVE_UNITS * x)},${Math.round(CURVE_UNITS * y)}`;
}

/** Joins the pieces of a curve. */
export function joinPieces(pieces: readonly string[]): string {
  return pieces.map((piece, i) => (i === 0 ? piece : piece.slice(piece.search(/[LC]/)))).join('');
}

/** Pieces of curves that are drawn in the same style: they have the same position along their curves and about the same number of references. */
export interface CurvePath {
  /** From 0 at the source to 1 at the target. */
  position: number;
  /** 0 for a single reference, 1 for a few, 2 for many. */
  strength: number;
  /** Whether one end is outside all documents. There are many such curves, so they are drawn below the others and lighter. */
  isOutside: boolean;
  d: string;
}

const STEPS_PER_CURVE = 8;

/** Combines all curves into a few paths, because thousands of elements would be slow to draw. */
export function curvePathsOf(layout: BundleLayout, ties: readonly MapTie[]): CurvePath[] {
  const paths = new Map<string, Omit<CurvePath, 'd'> & { pieces: string[] }>();
  const isOutsideDocuments = (id: string): boolean => {
    const node = layout.leaves.get(id)?.node;
    return !node || !(isHead(node) || traitsOf(node.kind).isHeading);
  };
  for (const tie of ties) {
    const pieces = layout.pieces(tie);
    const strength = strengthOf(tie.count);
    const isOutside = isOutsideDocuments(tie.source) || isOutsideDocuments(tie.target);
    pieces.forEach((piece, i) => {
      const step = Math.floor(((i + 0.5) / pieces.length) * STEPS_PER_CURVE);
      const key = `${isOutside} ${strength} ${step}`;
      const path = paths.get(key) ?? {
        position: step / (STEPS_PER_CURVE - 1),
        strength,
        isOutside,
        pieces: [],
      };
      path.pieces.push(piece);
      paths.set(key, path);
    });
  }
  return [...paths.values()]
    .map(({ pieces, ...path }) => ({ ...path, d: pieces.join('') }))
    .toSorted(
      (a, b) =>
        Number(b.isOutside) - Number(a.isOutside) || a.strength - b.strength || a.position - b.position,
    );
}

function strengthOf(count: number): 0 | 1 | 2 {
  return count < 2 ? 0 : count < 5 ? 1 : 2;
}

/** The leaf at a place, relative to the middle of the circle. */
export function leafAt(
  layout: BundleLayout,
  x: number,
  y: number,
  maxDistance: number,
): PlacedLeaf | undefined {
  let [nearest, smallestDistance]: [PlacedLeaf | undefined, number] = [undefined, maxDistance];
  for (const leaf of layout.leaves.values()) {
    const distance = Math.max(0, Math.hypot(leaf.x - x, leaf.y - y) - leaf.r);
    if (distance < smallestDistance) [nearest, smallestDistance] = [leaf, distance];
  }
  return nearest;
}
