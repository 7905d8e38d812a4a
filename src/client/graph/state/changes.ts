/** Compares the map before and after a save. Pure. */
import type { MapData, MapNode, MapTie } from '../../../map/model.ts';
import { labelOf } from '../../../map/names.ts';

export interface Changes {
  /** Ids of nodes that are new or whose words have changed. */
  nodes: Set<string>;
  /** Keys of ties that are new or whose number of references has changed. */
  ties: Set<string>;
  /** Ids of nodes that no longer exist. */
  removed: Set<string>;
}

export function tieKey({ source, target, kind }: Pick<MapTie, 'source' | 'target' | 'kind'>): string {
  return `${source} ${target} ${kind}`;
}

export function changesOf(before: MapData, after: MapData): Changes {
  const nodes = new Map(before.nodes.map((node) => [node.id, contentOf(node)]));
  const ties = new Map(before.ties.map((tie) => [tieKey(tie), tie.count]));
  const newIds = new Set(after.nodes.map((node) => node.id));
  return {
    nodes: new Set(
      after.nodes.filter((node) => nodes.get(node.id) !== contentOf(node)).map((node) => node.id),
    ),
    ties: new Set(after.ties.filter((tie) => ties.get(tieKey(tie)) !== tie.count).map(tieKey)),
    removed: new Set(before.nodes.filter((node) => !newIds.has(node.id)).map((node) => node.id)),
  };
}

/** Everything that a node shows, apart from its place and size. */
function contentOf(node: MapNode): string {
  const { about, values, findings, isMissing, phase, components } = node;
  return JSON.stringify([labelOf(node), about, values, findings, isMissing, phase, components]);
}

/**
 * The new map with every known node at its old place. A new node is placed beside the nodes that it is tied to; a new
 * section moves with its document, and a new missing node with the node that refers to it.
 */
export function keepPlaces(before: MapData, after: MapData): MapData {
  const oldPlaces = new Map(before.nodes.map(({ id, x, y }) => [id, { x, y }]));
  const newNodes = new Map(after.nodes.map((node) => [node.id, node]));
  const referrers = new Map(
    after.ties.filter((tie) => tie.broken).map(({ source, target }) => [target, source]),
  );
  const placeWithin = (node: MapNode, holder: string): { x: number; y: number } => {
    const [from, to] = [newNodes.get(holder), oldPlaces.get(holder)];
    return from && to ? { x: node.x + to.x - from.x, y: node.y + to.y - from.y } : { x: node.x, y: node.y };
  };
  const placeOf = (node: MapNode): { x: number; y: number } => {
    const holder = node.document ?? (node.isMissing && referrers.get(node.id));
    return (
      oldPlaces.get(node.id) ??
      (holder ? placeWithin(node, holder) : placeNearNeighbours(node, after, oldPlaces))
    );
  };
  return { ...after, nodes: after.nodes.map((node) => ({ ...node, ...placeOf(node) })) };
}

const DISTANCE_FROM_NEIGHBOURS = 30;

function placeNearNeighbours(
  { id, x, y }: MapNode,
  { ties }: MapData,
  oldPlaces: ReadonlyMap<string, { x: number; y: number }>,
): { x: number; y: number } {
  const neighbours = ties.flatMap((tie) =>
    (tie.source === id ? [tie.target] : tie.target === id ? [tie.source] : [])
      .flatMap((other) => oldPlaces.get(other) ?? [])
      .map((place) => ({ ...place, weight: tie.weight ?? 0.1 })),
  );
  const total = neighbours.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { x, y };
  const middle = {
    x: neighbours.reduce((sum, place) => sum + place.weight * place.x, 0) / total,
    y: neighbours.reduce((sum, place) => sum + place.weight * place.y, 0) / total,
  };
  const places = [...oldPlaces.values()];
  const distanceToOthers = (place: { x: number; y: number }): number =>
    Math.min(...places.map((other) => Math.hypot(other.x - place.x, other.y - place.y)));
  const candidates = Array.from({ length: 12 }, (_, i) => ({
    x: middle.x + DISTANCE_FROM_NEIGHBOURS * Math.cos((i * Math.PI) / 6),
    y: middle.y + DISTANCE_FROM_NEIGHBOURS * Math.sin((i * Math.PI) / 6),
  }));
  return candidates.toSorted((a, b) => distanceToOthers(b) - distanceToOthers(a))[0];
}
