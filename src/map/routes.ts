/** Which gaps between documents or groups a tie is led through. Pure. */
import type { Transform } from './levels.ts';
import type { Scene, TieColumns } from './scene.ts';
import { waypointsOf } from './tie-curve.ts';

/** @returns the places in pixels that a tie passes between its ends */
export function routeOf(
  scene: Scene,
  ties: TieColumns,
  tie: number,
  { k, x, y }: Transform,
): { x: number; y: number }[] {
  const ends = ties === scene.groupTies ? scene.groups : scene.regions;
  // Where the documents stand in groups, these have the layers.
  if (ends === scene.regions && scene.groups.length > 0) return [];
  const [a, b] = [ties.a[tie], ties.b[tie]];
  const [first, last] = [scene.trackOf[a], scene.trackOf[b]].sort((m, n) => m - n);
  const between = scene.tracks.slice(first + 1, last);
  return waypointsOf(ends[a], ends[b], between, scene.isPortrait).map((place) => ({
    x: k * place.x + x,
    y: k * place.y + y,
  }));
}
