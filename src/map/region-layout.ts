/** The layout of a large map: groups by force, documents by force within their group, other nodes around their document. Pure; the same input gives the same places. */
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

export interface Circle {
  x: number;
  y: number;
  r: number;
}

export interface RegionTie {
  a: number;
  b: number;
  count: number;
}

/** In user units: the radius of a head, the room of one node around it (as the square of a distance), and the width of the rim. */
export const HEAD_RADIUS = 10;
const AREA_PER_NODE = 34;
const REGION_MARGIN = 5;
const BETWEEN_REGIONS = 8;
const BETWEEN_GROUPS = 40;
const TICKS = 70;
const SEED = 9;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Radius of a region with a number of nodes, including its head. */
export function regionRadius(size: number): number {
  return Math.sqrt(HEAD_RADIUS ** 2 + AREA_PER_NODE * size) + REGION_MARGIN;
}

/** Circles of the regions that do not overlap. */
export function placeRegions(
  { starts, group }: Pick<Columns, 'starts' | 'group'>,
  ties: readonly RegionTie[],
): { regions: Circle[]; groups: Circle[] } {
  const regions: Circle[] = Array.from(group, (_, i) => ({
    x: 0,
    y: 0,
    r: regionRadius(starts[i + 1] - starts[i]),
  }));
  const membersByGroup = Map.groupBy(regions.keys(), (region) => group[region]);
  const groups: Circle[] = [];
  const inner = Map.groupBy(
    ties.filter(({ a, b }) => group[a] === group[b]),
    ({ a }) => group[a],
  );
  for (const [name, members] of [...membersByGroup].sort(([a], [b]) => a - b)) {
    const index = new Map(members.map((region, i) => [region, i]));
    const placed = simulateCircles(
      members.map((region) => regions[region].r),
      (inner.get(name) ?? []).map(({ a, b, count }) => ({ a: index.get(a)!, b: index.get(b)!, count })),
      BETWEEN_REGIONS,
    );
    members.forEach((region, i) => Object.assign(regions[region], placed[i]));
    groups[name] = packEnclose(members.map((region) => regions[region]));
  }
  const places = simulateCircles(
    groups.map(({ r }) => r),
    tiesBetweenGroups({ group }, ties),
    BETWEEN_GROUPS,
  );
  for (const [name, members] of membersByGroup) {
    const [dx, dy] = [places[name].x - groups[name].x, places[name].y - groups[name].y];
    for (const region of members)
      Object.assign(regions[region], { x: regions[region].x + dx, y: regions[region].y + dy });
    Object.assign(groups[name], places[name]);
  }
  return { regions, groups };
}

/** The ties between groups, summed up from those between regions. */
export function tiesBetweenGroups(
  { group }: Pick<Columns, 'group'>,
  ties: readonly RegionTie[],
): RegionTie[] {
  return sumTies(
    ties.filter(({ a, b }) => group[a] !== group[b]),
    (region) => group[region],
  );
}

/** Circles of the groups around regions whose places are known. */
export function groupCircles(regions: readonly Circle[], group: ArrayLike<number>): Circle[] {
  const groups: Circle[] = [];
  for (const [name, members] of Map.groupBy(regions.keys(), (region) => group[region]))
    groups[name] = packEnclose(members.map((region) => regions[region]));
  return groups;
}

/** Places of all nodes: a head is in the middle of its region, the others around it in their order on a sunflower spiral (Vogel's model). */
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

/** Sums the ties between the same two ends, in either direction. */
export function sumTies(ties: readonly RegionTie[], endOf: (end: number) => number): RegionTie[] {
  const sums = new Map<number, RegionTie>();
  for (const tie of ties) {
    const [m, n] = [endOf(tie.a), endOf(tie.b)];
    const [a, b] = m < n ? [m, n] : [n, m];
    const key = a * 2 ** 21 + b;
    const known = sums.get(key);
    if (known) known.count += tie.count;
    else sums.set(key, { a, b, count: tie.count });
  }
  return [...sums.values()];
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
