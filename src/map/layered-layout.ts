/**
 * Places units (documents, or parts of a large set) in layers: what others build on comes first. A layered layout after
 * Sugiyama, Tagawa and Toda (1981): layers, then an order within each layer that follows the neighbours, then places.
 */
/** A tie between two regions or groups: `a` refers to `b` at least as often as the other way round. */
export interface RegionTie {
  a: number;
  b: number;
  /** References in both directions. */
  count: number;
  /** Those from `b` to `a`. */
  back?: number;
}

export interface Layering {
  /** Layer of each unit, from 0. */
  layers: number[];
  /** Position of each unit within its layer. */
  ranks: number[];
}

/** What each unit takes, in user units. */
export interface Room {
  width: number;
  height: number;
  /** Where its middle lies on the way from layer to layer, as a part of the room; 0.5 where absent. */
  middle?: number;
}

export interface Arrangement {
  /** Middle of each unit. */
  places: { x: number; y: number }[];
  /** The start of each layer on the way, its end, and where its name stands. */
  lanes: { from: number; to: number; nameX: number; nameY: number }[];
  /** The columns of units, in a portrait picture their rows. */
  tracks: Track[];
  /** Index of the track of each unit. */
  trackOf: number[];
}

/** A column of units: its place on the way from layer to layer, and the places of its units within it. */
export interface Track {
  along: number;
  across: number[];
}

/** Rounds of the sorting of layers; more changed nothing in sets of 15 and 1,500 documents. */
const SORTING_ROUNDS = 6;
/** Width divided by height of the frame that a layout should fill. */
const FRAME_RATIO = { landscape: 1.6, portrait: 0.7 };
/** Room for the name of a layer, in user units: above a column, and above the first row of a layer. */
const LANE_NAME_ROOM = { landscape: 34, portrait: 32 };

/** @param layers of the units, where something else than their ties determines them */
export function layeringOf(
  count: number,
  ties: readonly RegionTie[],
  layers = layersByTies(count, ties),
): Layering {
  const members = Array.from({ length: Math.max(-1, ...layers) + 1 }, (_, layer) =>
    [...layers.keys()].filter((unit) => layers[unit] === layer),
  );
  const ranks = layers.map(() => 0);
  const setRanks = (layer: readonly number[]): void =>
    layer.forEach((unit, i) => (ranks[unit] = i - (layer.length - 1) / 2));
  members.forEach(setRanks);
  const neighbours = Array.from({ length: count }, (): [unit: number, weight: number][] => []);
  for (const { a, b, count: weight } of ties) {
    neighbours[a].push([b, weight]);
    neighbours[b].push([a, weight]);
  }
  // The mean place of the neighbours in other layers, weighted by the strength of the ties.
  const barycentre = (unit: number): number => {
    const others = neighbours[unit].filter(([other]) => layers[other] !== layers[unit]);
    const total = others.reduce((sum, [, weight]) => sum + weight, 0);
    return total === 0
      ? ranks[unit]
      : others.reduce((sum, [other, weight]) => sum + weight * ranks[other], 0) / total;
  };
  for (let round = 0; round < SORTING_ROUNDS; round++) {
    for (const layer of round % 2 === 0 ? members : members.toReversed()) {
      const wanted = new Map(layer.map((unit) => [unit, barycentre(unit)]));
      layer.sort((a, b) => wanted.get(a)! - wanted.get(b)! || a - b);
      setRanks(layer);
    }
  }
  for (const layer of members) layer.forEach((unit, i) => (ranks[unit] = i));
  return { layers, ranks };
}

/**
 * Layers by "builds on": each unit builds on the one that it refers to most, among those that are referred to more than
 * itself. The number of layers is limited, so that the picture is wider than it is long.
 */
function layersByTies(count: number, ties: readonly RegionTie[]): number[] {
  const incoming = Array.from({ length: count }, () => 0);
  for (const { a, b, count: total, back = 0 } of ties) {
    incoming[b] += total - back;
    incoming[a] += back;
  }
  const bases = Array.from({ length: count }, (): [unit: number, weight: number] | undefined => undefined);
  const consider = (unit: number, base: number, weight: number): void => {
    if (
      weight > (bases[unit]?.[1] ?? 0) &&
      (incoming[base] > incoming[unit] || (incoming[base] === incoming[unit] && base < unit))
    )
      bases[unit] = [base, weight];
  };
  for (const { a, b, count: total, back = 0 } of ties) {
    consider(a, b, total - back);
    consider(b, a, back);
  }
  const depthOf = (unit: number): number => {
    let depth = 0;
    for (let base = bases[unit]; base; base = bases[base[0]]) depth++;
    return depth;
  };
  const depths = Array.from({ length: count }, (_, unit) => depthOf(unit));
  const [deepest, limit] = [Math.max(0, ...depths), Math.max(1, Math.ceil(Math.sqrt(1.6 * count)) - 1)];
  return deepest <= limit ? depths : depths.map((depth) => Math.round((depth * limit) / deepest));
}

/**
 * Places for units of a size: layers are columns from left to right, in a portrait picture rows from top to bottom. A
 * layer that is too long for the frame continues in a second column or row.
 * @param hasNames whether the layers have names
 */
export function arrangeLayers(
  { layers, ranks }: Layering,
  { width, height, middle = 0.5 }: Room,
  isPortrait: boolean,
  hasNames = false,
): Arrangement {
  // Along: the way from layer to layer. Across: the way within a layer.
  const [along, across] = isPortrait ? [height, width] : [width, height];
  const nameRoom = isPortrait && hasNames ? LANE_NAME_ROOM.portrait : 0;
  const counts = Array.from({ length: Math.max(-1, ...layers) + 1 }, () => 0);
  for (const layer of layers) counts[layer]++;
  const most = bestLength(counts, along, across, isPortrait);
  const lines = counts.map((count) => Math.max(1, Math.ceil(count / most)));
  const firstTrack = (layer: number): number => lines.slice(0, layer).reduce((sum, own) => sum + own, 0);
  const startOf = (layer: number): number => firstTrack(layer) * along + layer * nameRoom;
  const half = { along: startOf(counts.length) / 2, across: (most * across) / 2 };
  const tracks = lines.flatMap((count, layer) =>
    Array.from({ length: count }, (_, line): Track => ({
      along: startOf(layer) + nameRoom + (line + middle) * along - half.along,
      across: [],
    })),
  );
  const trackOf: number[] = [];
  const places = layers.map((layer, unit) => {
    const perLine = Math.ceil(counts[layer] / lines[layer]);
    const [line, position] = [Math.floor(ranks[unit] / perLine), ranks[unit] % perLine];
    const length = Math.min(perLine, counts[layer] - line * perLine);
    const track = firstTrack(layer) + line;
    const place = { along: tracks[track].along, across: (position - (length - 1) / 2) * across };
    tracks[track].across.push(place.across);
    trackOf.push(track);
    return isPortrait ? { x: place.across, y: place.along } : { x: place.along, y: place.across };
  });
  for (const track of tracks) track.across.sort((a, b) => a - b);
  const lanes = counts.map((_, layer) => {
    const [from, to] = [startOf(layer) - half.along, startOf(layer + 1) - half.along];
    return isPortrait
      ? { from, to, nameX: -half.across, nameY: from + nameRoom / 2 }
      : { from, to, nameX: (from + to) / 2, nameY: -half.across - LANE_NAME_ROOM.landscape };
  });
  return { places, lanes, tracks, trackOf };
}

/** The number of units in a line at which the picture is seen largest in its frame. */
function bestLength(counts: readonly number[], along: number, across: number, isPortrait: boolean): number {
  const ratio = isPortrait ? 1 / FRAME_RATIO.portrait : FRAME_RATIO.landscape;
  let [best, largest] = [1, 0];
  for (let most = 1; most <= Math.max(1, ...counts); most++) {
    const lines = counts.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / most)), 0);
    const scale = Math.min(ratio / (lines * along), 1 / (most * across));
    if (scale > largest * 1.001) [best, largest] = [most, scale];
  }
  return best;
}
