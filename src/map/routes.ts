/** The way of each tie between documents or groups on the screen. Pure. */
import type { Transform } from './levels.ts';
import type { Scene, TieColumns } from './scene.ts';
import { freeCurve, tieCurves, waypointsOf, type Curve } from './tie-curve.ts';

/**
 * The curves of a tie, in pixels: through the gaps between what stands in the layers that it crosses.
 * @param gaps distances from the middles of the ends at which it starts and ends
 */
export function routeOf(
  scene: Scene,
  ties: TieColumns,
  tie: number,
  { k, x, y }: Transform,
  gaps: { start: number; end: number },
): Curve[] {
  const ends = ties === scene.groupTies ? scene.groups : scene.regions;
  const toPixels = (place: { x: number; y: number }) => ({ x: k * place.x + x, y: k * place.y + y });
  const [a, b] = [ties.a[tie], ties.b[tie]];
  const [from, to] = [toPixels(ends[a]), toPixels(ends[b])];
  // Where the documents stand in groups, these have the layers.
  if (ends === scene.regions && scene.groups.length > 0) return [freeCurve(from, to, gaps)];
  const [first, last] = [scene.trackOf[a], scene.trackOf[b]].sort((m, n) => m - n);
  const waypoints = waypointsOf(ends[a], ends[b], scene.tracks.slice(first + 1, last), scene.isPortrait);
  return tieCurves(from, to, waypoints.map(toPixels), scene.isPortrait, gaps);
}
