/** The way of each tie between documents or groups on the screen. Pure. */
import type { Transform } from './levels.ts';
import type { Circle } from './region-layout.ts';
import { DOCUMENT_ROOM, PORTRAIT_DOCUMENT_ROOM, roomOfGroups, type Scene } from './scene.ts';
import { freeCurve, tieCurves, waypointsOf, type Curve, type Passage } from './tie-curve.ts';

/** The name of a document is below its dot, so that in a landscape picture ties pass nearer to the dot below. */
const PASSAGE: Record<'landscape' | 'portrait', Passage> = {
  landscape: { before: 0.42 * DOCUMENT_ROOM.height, after: 0.64 * DOCUMENT_ROOM.height, shift: 16 },
  portrait: { before: PORTRAIT_DOCUMENT_ROOM.width / 2, after: PORTRAIT_DOCUMENT_ROOM.width / 2, shift: 0 },
};

/**
 * The curves of a tie, in pixels: through the gaps between what stands in the layers that it crosses.
 * @param ends the regions of the scene or its groups
 * @param a index of the end where it starts
 * @param b index of the other end
 * @param gaps distances from the middles of the ends at which it starts and ends
 */
export function routeOf(
  scene: Scene,
  ends: readonly Circle[],
  a: number,
  b: number,
  { k, x, y }: Transform,
  gaps: { start: number; end: number },
): Curve[] {
  const toPixels = (place: { x: number; y: number }) => ({ x: k * place.x + x, y: k * place.y + y });
  const [from, to] = [toPixels(ends[a]), toPixels(ends[b])];
  // Where the documents stand in groups, these have the layers.
  if (ends === scene.regions && scene.groups.length > 0) return [freeCurve(from, to, gaps)];
  const [first, last] = [scene.trackOf[a], scene.trackOf[b]].sort((m, n) => m - n);
  const passage =
    ends === scene.groups ? passageOfGroups(scene) : PASSAGE[scene.isPortrait ? 'portrait' : 'landscape'];
  const between = scene.tracks.slice(first + 1, last);
  const waypoints = waypointsOf(ends[a], ends[b], between, scene.isPortrait, passage);
  return tieCurves(from, to, waypoints.map(toPixels), scene.isPortrait, gaps);
}

/** Groups fill their rooms, and ties pass on the border between two rooms. */
function passageOfGroups({ groups }: Scene): Passage {
  const half = roomOfGroups(groups) / 2;
  return { before: half, after: half, shift: 0 };
}
