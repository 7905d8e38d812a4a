/** The way of a tie between two dots of a layered layout. Pure. */
import type { Track } from './layered-layout.ts';

interface Place {
  x: number;
  y: number;
}

/** A cubic Bézier curve: its ends and its two control points. */
export type Curve = readonly [start: Place, control: Place, secondControl: Place, end: Place];

/** How far a tie within a layer bulges beside it, as a fraction of its length. */
const BULGE = 0.3;
/** How far a tie outside layers bends, as a fraction of its length. */
const FREE_BEND = 0.1;
/** Number of straight pieces that stand for a curve when its distance is measured. */
const PIECES = 12;
/** The part of the way to its control point for which a curve is taken as straight. */
const STRAIGHT_PART = 0.5;
/** Halvings until a place on a curve is known to less than a pixel. */
const HALVINGS = 10;

/** Where ties pass by the units of a track, in user units. */
export interface Passage {
  /** Distance from the first unit and from the last one. */
  before: number;
  after: number;
  /** How far the middle of a gap lies behind the middle between two units. */
  shift: number;
}

/**
 * The places that a tie passes between its ends: in each track between them the gap that is nearest to the straight way.
 * Ties through the same gap run together like a bundle.
 */
export function waypointsOf(
  from: Place,
  to: Place,
  between: readonly Track[],
  isPortrait: boolean,
  passage: Passage,
): Place[] {
  const [a, b] = isPortrait ? [swap(from), swap(to)] : [from, to];
  const ordered = between.toSorted((m, n) => Math.sign(b.x - a.x) * (m.along - n.along));
  let before = a;
  const places = ordered.map(({ along, across }) => {
    const wanted = before.y + ((along - before.x) / (b.x - before.x)) * (b.y - before.y);
    const gaps = gapsOf(across, passage);
    const y = gaps.reduce((best, gap) => (Math.abs(gap - wanted) < Math.abs(best - wanted) ? gap : best));
    return (before = { x: along, y });
  });
  return isPortrait ? places.map(swap) : places;
}

function gapsOf(across: readonly number[], { before, after, shift }: Passage): number[] {
  const inner = across.slice(1).map((place, i) => (place + across[i]) / 2 + shift);
  return across.length === 0 ? [0] : [across[0] - before, ...inner, across.at(-1)! + after];
}

/** A tie between dots that stand in no layers bends to the right of its way. */
export function freeCurve(from: Place, to: Place, gaps: { start: number; end: number }): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const bend = { x: from.x + dx / 2 - FREE_BEND * dy, y: from.y + dy / 2 + FREE_BEND * dx };
  return shortened([from, bend, bend, to], gaps);
}

/**
 * A tie leaves and reaches its dots along the direction of the layers.
 * @param gaps distances from the middles of the dots at which it starts and ends
 */
export function tieCurves(
  from: Place,
  to: Place,
  waypoints: readonly Place[],
  isPortrait: boolean,
  gaps: { start: number; end: number },
): Curve[] {
  const places = [from, ...waypoints, to].map((place) => (isPortrait ? swap(place) : place));
  const curves = places.slice(1).map((place, i) => {
    const [start, end] = [i === 0 ? gaps.start : 0, i === places.length - 2 ? gaps.end : 0];
    return shortened(curveBetween(places[i], place), { start, end });
  });
  return isPortrait ? curves.map(([a, b, c, d]) => [swap(a), swap(b), swap(c), swap(d)]) : curves;
}

function curveBetween(a: Place, b: Place): Curve {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  if (Math.abs(dx) < 0.1 * Math.abs(dy)) {
    const bulge = BULGE * Math.abs(dy);
    return [a, { x: a.x + bulge, y: a.y + 0.2 * dy }, { x: b.x + bulge, y: b.y - 0.2 * dy }, b];
  }
  return [a, { x: a.x + 0.5 * dx, y: a.y }, { x: b.x - 0.5 * dx, y: b.y }, b];
}

/** @returns the smallest distance of a place from curves */
export function distanceToCurves(curves: readonly Curve[], place: Place): number {
  return Math.min(...curves.map((curve) => distanceToCurve(curve, place)));
}

function distanceToCurve(curve: Curve, place: Place): number {
  const points = Array.from({ length: PIECES + 1 }, (_, i) => pointOn(curve, i / PIECES));
  return Math.min(...points.slice(1).map((point, i) => distanceToSegment(points[i], point, place)));
}

function pointOn([a, b, c, d]: Curve, part: number): Place {
  const rest = 1 - part;
  const [wa, wb, wc, wd] = [rest ** 3, 3 * rest ** 2 * part, 3 * rest * part ** 2, part ** 3];
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y };
}

function distanceToSegment(start: Place, end: Place, { x, y }: Place): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const part = Math.max(0, Math.min(1, ((x - start.x) * dx + (y - start.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(start.x + part * dx - x, start.y + part * dy - y);
}

/** The piece of a curve that lies outside of circles around its ends. @param gaps radii of the circles */
function shortened(curve: Curve, gaps: { start: number; end: number }): Curve {
  const [a, b, c, d] = withoutStart(curve, gaps.start);
  const [end, secondControl, control, start] = withoutStart([d, c, b, a], gaps.end);
  return [start, control, secondControl, end];
}

function withoutStart(curve: Curve, gap: number): Curve {
  if (gap === 0) return curve;
  const [start, control, secondControl, end] = curve;
  const length = Math.hypot(control.x - start.x, control.y - start.y) || 1;
  if (gap < STRAIGHT_PART * length)
    return [between(start, control, gap / length), control, secondControl, end];
  // Far from its start a curve bends, so that the place where it leaves the circle is searched on the curve itself.
  const isInside = (part: number): boolean => {
    const { x, y } = pointOn(curve, part);
    return Math.hypot(x - start.x, y - start.y) < gap;
  };
  let [inside, outside] = [0, 1];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (inside + outside) / 2;
    if (isInside(middle)) inside = middle;
    else outside = middle;
  }
  return restOf(curve, outside);
}

/** The rest of a curve from a part of it on, by de Casteljau's algorithm. */
function restOf([a, b, c, d]: Curve, part: number): Curve {
  const [ab, bc, cd] = [between(a, b, part), between(b, c, part), between(c, d, part)];
  const [abc, bcd] = [between(ab, bc, part), between(bc, cd, part)];
  return [between(abc, bcd, part), bcd, cd, d];
}

function between(from: Place, to: Place, part: number): Place {
  return { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
}

function swap({ x, y }: Place): Place {
  return { x: y, y: x };
}
