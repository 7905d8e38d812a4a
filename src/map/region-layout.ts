/** The places within a group of documents, by force, and of the nodes around their document. Pure; the same input gives the same places. */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  packEnclose,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3';
import type { Columns } from './columns.ts';
import type { RegionTie } from './layered-layout.ts';

export interface Circle {
  x: number;
  y: number;
  r: number;
}

/** In user units: the radius of a head, the room of one node around it (as the square of a distance), and the width of the rim. */
export const HEAD_RADIUS = 22;
const AREA_PER_NODE = 24;
const REGION_MARGIN = 5;
const BETWEEN_REGIONS = 8;
const TICKS = 70;
const SEED = 9;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Radius of a region with a number of nodes, including its head. */
export function regionRadius(size: number): number {
  return Math.sqrt(HEAD_RADIUS ** 2 + AREA_PER_NODE * size) + REGION_MARGIN;
}

/**
 * Places of the regions of each group, relative to the middle of the group: x, y, x, y … They do not overlap.
 * @param ties between regions
 */
export function placeInGroups(
  { starts, group }: Pick<Columns, 'starts' | 'group'>,
  ties: readonly RegionTie[],
): number[] {
  const offsets = Array.from({ length: 2 * group.length }, () => 0);
  const inner = Map.groupBy(
    ties.filter(({ a, b }) => group[a] === group[b]),
    ({ a }) => group[a],
  );
  for (const [name, members] of Map.groupBy([...group.keys()], (region) => group[region])) {
    const index = new Map(members.map((region, i) => [region, i]));
    const placed = simulateCircles(
      members.map((region) => regionRadius(starts[region + 1] - starts[region])),
      (inner.get(name) ?? []).map(({ a, b, count }) => ({ a: index.get(a)!, b: index.get(b)!, count })),
      BETWEEN_REGIONS,
    );
    const middle = packEnclose(placed);
    members.forEach((region, i) => {
      offsets[2 * region] = Math.round(10 * (placed[i].x - middle.x)) / 10;
      offsets[2 * region + 1] = Math.round(10 * (placed[i].y - middle.y)) / 10;
    });
  }
  return offsets;
}

/** Places of all nodes: a head is in the middle of its region, the others around it in their order on a spiral (Vogel's model). */
export function placeNodes(
  { starts }: Pick<Columns, 'starts'>,
  regions: readonly Circle[],
): { x: Float32Array<ArrayBuffer>; y: Float32Array<ArrayBuffer> } {
  const count = starts[starts.length - 1];
  const [x, y] = [new Float32Array(count), new Float32Array(count)];
  regions.forEach((region, i) => {
    for (let node = starts[i], seed = 0; node < starts[i + 1]; node++, seed++) {
      const distance = seed === 0 ? 0 : Math.sqrt(HEAD_RADIUS ** 2 + AREA_PER_NODE * seed);
      x[node] = region.x + distance * Math.cos(seed * GOLDEN_ANGLE);
      y[node] = region.y + distance * Math.sin(seed * GOLDEN_ANGLE);
    }
  });
  return { x, y };
}

/** Sums the ties between the same two ends. @param endOf the new end of an old one; ties within one end are left out */
export function sumTies(ties: readonly RegionTie[], endOf: (end: number) => number): RegionTie[] {
  const sums = new Map<number, Required<RegionTie>>();
  for (const { a, b, count, back = 0 } of ties) {
    const [from, to] = [endOf(a), endOf(b)];
    if (from === to) continue;
    const [low, high] = from < to ? [from, to] : [to, from];
    const known = sums.get(low * 2 ** 21 + high) ?? { a: low, b: high, count: 0, back: 0 };
    known.count += count;
    known.back += from === low ? back : count - back;
    sums.set(low * 2 ** 21 + high, known);
  }
  return [...sums.values()].map((tie) =>
    2 * tie.back > tie.count ? { a: tie.b, b: tie.a, count: tie.count, back: tie.count - tie.back } : tie,
  );
}

type Body = SimulationNodeDatum & Circle;

/** Places circles around (0, 0): their ties pull them together, and they are moved apart until none touches another. */
function simulateCircles(radii: readonly number[], ties: readonly RegionTie[], gap: number): Circle[] {
  const step = 1.2 * Math.max(...radii);
  // At first they are in order from the middle outwards, so that neighbours in the set are neighbours on the map.
  const bodies: Body[] = radii.map((r, i) => ({
    r,
    x: step * Math.sqrt(i) * Math.cos(i * GOLDEN_ANGLE),
    y: step * Math.sqrt(i) * Math.sin(i * GOLDEN_ANGLE),
  }));
  if (bodies.length === 1) return [{ r: radii[0], x: 0, y: 0 }];
  const maxCount = Math.max(1, ...ties.map(({ count }) => count));
  const links: (SimulationLinkDatum<Body> & { count: number })[] = ties.map(({ a, b, count }) => ({
    source: a,
    target: b,
    count,
  }));
  const mean = radii.reduce((sum, r) => sum + r, 0) / radii.length;
  forceSimulation(bodies)
    .randomSource(createRandom(SEED))
    .force(
      'link',
      forceLink<Body, (typeof links)[number]>(links)
        .distance(({ source, target }) => (source as Body).r + (target as Body).r + gap)
        .strength(({ count }) => 0.5 * Math.sqrt(count / maxCount)),
    )
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(-3 * mean)
        .distanceMax(12 * mean),
    )
    .force('collide', forceCollide<Body>(({ r }) => r + gap / 2).strength(0.9))
    // The picture is wider than it is high, like most screens.
    .force('x', forceX<Body>().strength(0.07))
    .force('y', forceY<Body>().strength(0.2))
    .alphaDecay(1 - 0.001 ** (1 / TICKS))
    .stop()
    .tick(TICKS);
  return separateCircles(bodies, gap);
}

/** Scales the places up just enough to keep all circles apart. */
function separateCircles(bodies: readonly Body[], gap: number): Circle[] {
  let factor = 1;
  for (let i = 0; i < bodies.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [bodies[i], bodies[j]];
      factor = Math.max(factor, (a.r + b.r + gap / 2) / Math.hypot(a.x - b.x, a.y - b.y));
    }
  }
  return bodies.map(({ x, y, r }) => ({ x: x * factor, y: y * factor, r }));
}

/** A linear congruential generator (Numerical Recipes); values in [0, 1). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (1664525 * state + 1013904223) >>> 0) / 2 ** 32;
}
