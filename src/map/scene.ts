/** The scene: everything that is needed to draw a map, pick nodes and answer questions, made from the columns. Pure. */
import { decode, type Columns, type LargeMap } from './columns.ts';
import {
  tiesBetweenGroups,
  groupCircles,
  placeNodes,
  placeRegions,
  regionRadius,
  sumTies,
  type Circle,
  type RegionTie,
} from './region-layout.ts';
import { startsOfGroups } from './packing.ts';

export interface Scene {
  columns: Columns;
  x: Float32Array<ArrayBuffer>;
  y: Float32Array<ArrayBuffer>;
  regions: Circle[];
  groups: Circle[];
  /** Region of each node. */
  regionOf: Uint16Array<ArrayBuffer>;
  /** Incoming ties, by target: their positions in the columns of ties, and the start of the ties of each node. */
  incoming: Uint32Array<ArrayBuffer>;
  incomingStarts: Uint32Array<ArrayBuffer>;
  /** Source of each tie. */
  source: Uint32Array<ArrayBuffer>;
  /** Ties between regions in either direction, the strongest first. */
  regionTies: TieColumns;
  /** Ties between groups in either direction, the strongest first. */
  groupTies: TieColumns;
  /** The box of all groups. */
  box: { left: number; right: number; top: number; bottom: number };
}

export interface TieColumns {
  a: Uint16Array<ArrayBuffer>;
  b: Uint16Array<ArrayBuffer>;
  count: Uint32Array<ArrayBuffer>;
}

export function sceneOf(map: LargeMap): Scene {
  const columns = decode(map);
  const regionOf = regionsOfNodes(columns);
  const { source, incoming: into, incomingStarts: intoFrom } = incomingTies(columns);
  const regionTies = tiesOfRegions(columns, regionOf);
  const { regions, groups } = map.places
    ? placedRegions(columns, map.places)
    : placeRegions(columns, regionTies);
  const { x, y } = placeNodes(columns, regions);
  return {
    columns,
    x,
    y,
    regions,
    groups,
    regionOf,
    incoming: into,
    incomingStarts: intoFrom,
    source,
    box: boxOf(groups),
    regionTies: columnsOf(regionTies),
    groupTies: columnsOf(sortByStrength(tiesBetweenGroups(columns, regionTies))),
  };
}

/** The buffers of a scene that are transferred to another thread instead of copied. */
export function buffersOf({
  columns,
  x,
  y,
  regionOf,
  incoming: into,
  incomingStarts: intoFrom,
  source,
  regionTies,
  groupTies,
}: Scene): ArrayBuffer[] {
  const texts = [columns.titles, columns.ids, columns.urls].map(({ starts }) => starts);
  const lists = [
    columns.starts,
    columns.group,
    columns.kind,
    columns.phase,
    columns.component,
    columns.number,
    columns.numbering,
    columns.about,
    columns.fact,
    columns.from,
    columns.to,
    columns.tieKind,
    columns.count,
    columns.faults,
  ];
  return [
    ...texts,
    ...lists,
    x,
    y,
    regionOf,
    into,
    intoFrom,
    source,
    ...Object.values(regionTies),
    ...Object.values(groupTies),
  ].map(({ buffer }) => buffer);
}

function placedRegions(
  { starts, group }: Columns,
  places: readonly number[],
): { regions: Circle[]; groups: Circle[] } {
  const regions = Array.from(group, (_, i): Circle => ({
    x: places[2 * i],
    y: places[2 * i + 1],
    r: regionRadius(starts[i + 1] - starts[i]),
  }));
  return { regions, groups: groupCircles(regions, group) };
}

function regionsOfNodes({ starts }: Columns): Uint16Array<ArrayBuffer> {
  const regionOf = new Uint16Array(starts[starts.length - 1]);
  for (let region = 0; region + 1 < starts.length; region++)
    regionOf.fill(region, starts[region], starts[region + 1]);
  return regionOf;
}

function incomingTies({ from, to }: Columns): Pick<Scene, 'source' | 'incoming' | 'incomingStarts'> {
  const degrees = new Uint32Array(from.length - 1);
  for (const target of to) degrees[target]++;
  const intoFrom = startsOfGroups(degrees);
  const next = intoFrom.slice();
  const into = new Uint32Array(to.length);
  const source = new Uint32Array(to.length);
  for (let node = 0; node + 1 < from.length; node++) source.fill(node, from[node], from[node + 1]);
  to.forEach((target, tie) => (into[next[target]++] = tie));
  return { source, incoming: into, incomingStarts: intoFrom };
}

/** Sums up the ties region by region, because the ties of a region are consecutive. */
function tiesOfRegions({ starts, from, to, count }: Columns, regionOf: Uint16Array): RegionTie[] {
  const sums = new Uint32Array(starts.length - 1);
  const ties: RegionTie[] = [];
  for (let a = 0; a + 1 < starts.length; a++) {
    const key: number[] = [];
    for (let tie = from[starts[a]]; tie < from[starts[a + 1]]; tie++) {
      const b = regionOf[to[tie]];
      if (b === a) continue;
      if (sums[b] === 0) key.push(b);
      sums[b] += count[tie];
    }
    for (const b of key) {
      ties.push({ a, b, count: sums[b] });
      sums[b] = 0;
    }
  }
  return sortByStrength(sumTies(ties, (region) => region));
}

function sortByStrength(ties: RegionTie[]): RegionTie[] {
  return ties.sort((m, n) => n.count - m.count || m.a - n.a || m.b - n.b);
}

function columnsOf(ties: readonly RegionTie[]): TieColumns {
  return {
    a: Uint16Array.from(ties, ({ a }) => a),
    b: Uint16Array.from(ties, ({ b }) => b),
    count: Uint32Array.from(ties, ({ count }) => count),
  };
}

function boxOf(circles: readonly Circle[]): Scene['box'] {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y, r } of circles) {
    box.left = Math.min(box.left, x - r);
    box.right = Math.max(box.right, x + r);
    box.top = Math.min(box.top, y - r);
    box.bottom = Math.max(box.bottom, y + r);
  }
  return circles.length > 0 ? box : { left: -1, right: 1, top: -1, bottom: 1 };
}
