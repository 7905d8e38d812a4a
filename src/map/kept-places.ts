/** Places the regions of a large map after a save: known regions keep their places, so that the reader finds them again. Pure. */
import type { LargeMap, Places } from './columns.ts';
import { joined, offsets, textAt } from './packing.ts';
import { regionRadius, type Circle } from './region-layout.ts';

/** Between a new region and its neighbours, in user units. */
const GAP = 4;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** @returns undefined where one of the maps has no places */
export function keptPlaces(before: LargeMap, after: LargeMap): Places | undefined {
  const { places } = after;
  if (!before.places || !places) return places;
  const known = placesByHead(before, before.places);
  const heads = headsOf(after);
  const circles = heads.map((id, region): Circle => ({
    ...(known.get(id) ?? { x: places[2 * region], y: places[2 * region + 1] }),
    r: regionRadius(after.sizes[region]),
  }));
  const placed = circles.filter((_, region) => known.has(heads[region]));
  circles.forEach((circle, region) => {
    if (known.has(heads[region])) return;
    Object.assign(circle, freePlaceNear(circle, placed));
    placed.push(circle);
  });
  return circles.flatMap(({ x, y }) => [x, y]);
}

/** Ids of the first nodes of the regions. */
function headsOf({ ids, sizes }: LargeMap): string[] {
  const texts = joined(ids);
  return [...offsets(sizes).subarray(0, -1)].map((start) => textAt(texts, start));
}

function placesByHead(map: LargeMap, places: Places): Map<string, { x: number; y: number }> {
  return new Map(
    headsOf(map).map((id, region) => [id, { x: places[2 * region], y: places[2 * region + 1] }]),
  );
}

/** The first place on a spiral around the circle where it overlaps no other. */
function freePlaceNear({ x, y, r }: Circle, others: readonly Circle[]): { x: number; y: number } {
  for (let step = 0; ; step++) {
    const away = r * Math.sqrt(step);
    const place = {
      x: x + away * Math.cos(step * GOLDEN_ANGLE),
      y: y + away * Math.sin(step * GOLDEN_ANGLE),
    };
    if (others.every((other) => Math.hypot(other.x - place.x, other.y - place.y) >= other.r + r + GAP))
      return place;
  }
}
