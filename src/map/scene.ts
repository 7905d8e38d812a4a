/** The scene: everything that is needed to draw a map, pick nodes and answer questions, made from the columns. Pure. */
import { packEnclose } from 'd3';
import { decode, type Columns, type LargeMap } from './columns.ts';
import { isHead } from './kinds.ts';
import { arrangeLayers, type Arrangement, type RegionTie, type Track } from './layered-layout.ts';
import { startsOfGroups } from './packing.ts';
import { placeNodes, regionRadius, sumTies, type Circle } from './region-layout.ts';

export interface Scene extends Places {
  columns: Columns;
  /** Region of each node. */
  regionOf: Uint16Array<ArrayBuffer>;
  /** Incoming ties, by target: their positions in the columns of ties, and the start of the ties of each node. */
  incoming: Uint32Array<ArrayBuffer>;
  incomingStarts: Uint32Array<ArrayBuffer>;
  /** Source of each tie. */
  source: Uint32Array<ArrayBuffer>;
  /** References between regions, the strongest first. */
  regionTies: TieColumns;
  /** References between groups, the strongest first. */
  groupTies: TieColumns;
  /** How much other documents refer to the head of each region, from 0 to 1. */
  importance: Float32Array<ArrayBuffer>;
}

/** What depends on the orientation of the picture, in user units. */
export interface Places {
  isPortrait: boolean;
  x: Float32Array<ArrayBuffer>;
  y: Float32Array<ArrayBuffer>;
  regions: Circle[];
  /** Empty unless the documents stand in several folders. */
  groups: Circle[];
  /** The names of the layers and where they stand. */
  lanes: { name: string; x: number; y: number }[];
  /** The columns of documents, or of groups where there are several; ties are led through the gaps of those between. */
  tracks: Track[];
  trackOf: number[];
  /** The box of everything. */
  box: { left: number; right: number; top: number; bottom: number };
}

export interface TieColumns {
  /** `a` refers to `b` at least as often as the other way round. */
  a: Uint16Array<ArrayBuffer>;
  b: Uint16Array<ArrayBuffer>;
  /** References in both directions, and those from `b` to `a`. */
  count: Uint32Array<ArrayBuffer>;
  back: Uint32Array<ArrayBuffer>;
  /** 1 for the ties that are shown at first: the strongest of all, and the strongest of each end. */
  isStrong: Uint8Array<ArrayBuffer>;
}

/** Room of a document with its name, in user units: its name has up to two lines of 20 letters. */
export const DOCUMENT_ROOM = { width: 196, height: 132 };
/** The same in a portrait picture, which is seen smaller and has little room: a dot stands at the top, its name below. */
export const PORTRAIT_DOCUMENT_ROOM = { width: 204, height: 124, middle: 0.3 };
/** Room between groups for their names, as a fraction of the radius of the largest one. */
const BETWEEN_GROUPS = 0.34;
/** Between the box and the frame, where names reach over the last dots, in user units. */
const BOX_MARGIN = 14;
/** Strong ties for each region or group. */
const STRONG_TIES_PER_END = 1.3;

export function sceneOf(map: LargeMap, isPortrait = false): Scene {
  const columns = decode(map);
  const regionOf = regionsOfNodes(columns);
  const regionTies = tiesOfRegions(columns, regionOf);
  const groupTies = sortByStrength(sumTies(regionTies, (region) => columns.group[region]));
  return {
    columns,
    regionOf,
    ...incomingTies(columns),
    ...placesOf(columns, isPortrait),
    regionTies: columnsOf(regionTies, columns.group.length),
    groupTies: columnsOf(columns.places ? groupTies : [], columns.groups.length),
    importance: importanceOf(regionTies, columns.group.length),
  };
}

/** Places everything for a landscape or a portrait picture. */
function placesOf(columns: Columns, isPortrait: boolean): Places {
  const { starts, group, layering, laneNames, places } = columns;
  const offsets = Array.from(group, (_, i): Circle => ({
    x: places?.[2 * i] ?? 0,
    y: places?.[2 * i + 1] ?? 0,
    r: regionRadius(starts[i + 1] - starts[i]),
  }));
  const members = places
    ? Map.groupBy([...group.keys()], (region) => group[region])
    : new Map<number, number[]>();
  const outlines = [...members.keys()]
    .sort((a, b) => a - b)
    .map((name) => packEnclose(members.get(name)!.map((region) => offsets[region])));
  const side = roomOfGroups(outlines);
  const room = places ? { width: side, height: side } : isPortrait ? PORTRAIT_DOCUMENT_ROOM : DOCUMENT_ROOM;
  const hasNames = laneNames.length > 0;
  const { places: middles, lanes, tracks, trackOf } = arrangeLayers(layering, room, isPortrait, hasNames);
  const regions = offsets.map(({ x, y, r }, region) => {
    const middle = middles[places ? group[region] : region];
    return { x: middle.x + x, y: middle.y + y, r };
  });
  const groups = outlines.map(({ x, y, r }, name) => ({ x: middles[name].x + x, y: middles[name].y + y, r }));
  return {
    isPortrait,
    ...placeNodes(columns, regions),
    regions,
    groups,
    tracks,
    trackOf,
    lanes: lanes.map(({ nameX: x, nameY: y }, i) => ({ name: laneNames[i] ?? '', x, y })),
    box: boxOf(middles, lanes, room, isPortrait),
  };
}

/** Width and height of the room of each group with its name, in user units. */
export function roomOfGroups(outlines: readonly Circle[]): number {
  return (2 + BETWEEN_GROUPS) * Math.max(1, ...outlines.map(({ r }) => r));
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
  importance,
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
    columns.isMissing,
    columns.isChanged,
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
    importance,
    ...Object.values(regionTies),
    ...Object.values(groupTies),
  ].map(({ buffer }) => buffer);
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

/** References between the regions of columns, the strongest first. */
export function regionTiesOf(columns: Columns): RegionTie[] {
  return tiesOfRegions(columns, regionsOfNodes(columns));
}

/** Sums up the references region by region, because the ties of a region are consecutive. */
function tiesOfRegions(
  { starts, from, to, count, tieKind, tieKinds, kind, kinds, isPart }: Columns,
  regionOf: Uint16Array,
): RegionTie[] {
  const refers = tieKinds.indexOf('refers');
  // A reference to a variable says nothing about the document around which the variable is placed.
  const isOfDocument = kinds.map((name, code) => isHead({ kind: name }) || isPart[code]);
  const sums = new Uint32Array(starts.length - 1);
  const ties: RegionTie[] = [];
  for (let a = 0; a + 1 < starts.length; a++) {
    const others: number[] = [];
    for (let tie = from[starts[a]]; tie < from[starts[a + 1]]; tie++) {
      const b = regionOf[to[tie]];
      if (b === a || tieKind[tie] !== refers || !isOfDocument[kind[to[tie]]]) continue;
      if (sums[b] === 0) others.push(b);
      sums[b] += count[tie];
    }
    for (const b of others) {
      ties.push({ a, b, count: sums[b] });
      sums[b] = 0;
    }
  }
  return sortByStrength(sumTies(ties, (region) => region));
}

function sortByStrength(ties: RegionTie[]): RegionTie[] {
  return ties.sort((m, n) => n.count - m.count || m.a - n.a || m.b - n.b);
}

/** @param ties the strongest first. @param ends number of regions or groups */
function columnsOf(ties: readonly RegionTie[], ends: number): TieColumns {
  const isTied = new Uint8Array(ends);
  const strongest = STRONG_TIES_PER_END * ends;
  return {
    a: Uint16Array.from(ties, ({ a }) => a),
    b: Uint16Array.from(ties, ({ b }) => b),
    count: Uint32Array.from(ties, ({ count }) => count),
    back: Uint32Array.from(ties, ({ back = 0 }) => back),
    isStrong: Uint8Array.from(ties, ({ a, b }, i) => {
      const isFirst = !isTied[a] || !isTied[b];
      isTied[a] = isTied[b] = 1;
      return Number(i < strongest || isFirst);
    }),
  };
}

function importanceOf(ties: readonly RegionTie[], count: number): Float32Array<ArrayBuffer> {
  const incoming = new Float32Array(count);
  for (const { a, b, count: total, back = 0 } of ties) {
    incoming[b] += total - back;
    incoming[a] += back;
  }
  const most = Math.max(1, ...incoming);
  return incoming.map((references) => references / most);
}

function boxOf(
  middles: Arrangement['places'],
  lanes: Arrangement['lanes'],
  { width, height }: { width: number; height: number },
  isPortrait: boolean,
): Places['box'] {
  if (middles.length === 0) return { left: -1, right: 1, top: -1, bottom: 1 };
  const [xs, ys] = [middles.map(({ x }) => x), middles.map(({ y }) => y)];
  return {
    left: Math.min(...xs) - width / 2 - BOX_MARGIN,
    right: Math.max(...xs) + width / 2 + BOX_MARGIN,
    top: (isPortrait ? lanes[0].from : Math.min(...lanes.map(({ nameY }) => nameY))) - BOX_MARGIN,
    bottom: (isPortrait ? lanes.at(-1)!.to : Math.max(...ys) + height / 2) + BOX_MARGIN,
  };
}
