/** The forces of the map, the same where it is placed (build) and where it is dragged (browser). */
import type { MapNode, MapTie } from '../../site/graph-data.ts';

type Placed = Pick<MapNode, 'kind' | 'r'>;
/** d3 replaces the ids at the ends of a tie by the nodes themselves. */
type Tied = { source: unknown; target: unknown; kind: MapTie['kind']; count: number };

/** Pull to the middle: weaker sideways, so that the map is as wide as a screen and labels have room. */
export const PULL = { x: 0.04, y: 0.085 };

export function chargeOf({ kind }: Placed): number {
  return kind === 'document' ? -1500 : -190;
}

/** Radius that no other node enters. */
export function roomOf({ kind, r }: Placed): number {
  return r + (kind === 'document' ? 40 : 11);
}

export function distanceOf({ kind }: Tied): number {
  return kind === 'refers' ? 220 : 100;
}

/** Documents refer to each other all over: what a variable or requirement belongs to says more about its place. */
export function strengthOf({ kind, count }: Tied): number {
  return kind === 'refers' ? Math.min(0.04, count / 2500) : Math.min(0.35, 0.01 + count / 200);
}
