/** Places the regions of a large map within their groups after a save: known regions keep their places, so that the reader finds them again. Pure. */
import type { LargeMap } from './columns.ts';
import { joinTexts, startsOfGroups, textAt } from './packing.ts';
import { regionRadius, type Circle } from './region-layout.ts';

/** Between a new region and its neighbours, in user units. */
const MIN_GAP = 4;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** @returns undefined where one of the maps has no places */
export function keepRegionPlaces(before: LargeMap, after: LargeMap): readonly number[] | undefined {
  const { places } = after;
  if (!before.places || !places) return places;
  const oldPlaces = placesByHead(before, before.places);
  const heads = headsOf(after);
  const circles = heads.map((id, region): Circle => ({
    ...(oldPlaces.get(id) ?? { x: places[2 * region], y: places[2 * region + 1] }),
    r: regionRadius(after.sizes[region]),
  }));
  const placed = Map.groupBy(
    [...circles.keys()].filter((region) => oldPlaces.has(heads[region])),
    (region) => after.group[region],
  );
  circles.forEach((circle, region) => {
    if (oldPlaces.has(heads[region])) return;
    const others = placed.get(after.group[region]) ?? [];
    Object.assign(
      circle,
      nearestFreePlace(
        circle,
        others.map((other) => circles[other]),
      ),
    );
    placed.set(after.group[region], [...others, region]);
  });
  return circles.flatMap(({ x, y }) => [x, y]);
}

/** Ids of the first nodes of the regions. */
function headsOf({ ids, sizes }: LargeMap): string[] {
  const texts = joinTexts(ids);
  return [...startsOfGroups(sizes).subarray(0, -1)].map((start) => textAt(texts, start));
}

function placesByHead(map: LargeMap, places: readonly number[]): Map<string, { x: number; y: number }> {
  return new Map(
    headsOf(map).map((id, region) => [id, { x: places[2 * region], y: places[2 * region + 1] }]),
  );
}

/** The first place on a spiral around the circle where it overlaps no other. */
function nearestFreePlace({ x, y, r }: Circle, others: readonly Circle[]): { x: number; y: number } {
  for (let step = 0; ; step++) {
    const distance = r * Math.sqrt(step);
    const place = {
      x: x + distance * Math.cos(step * GOLDEN_ANGLE),
      y: y + distance * Math.sin(step * GOLDEN_ANGLE),
    };
    if (others.every((other) => Math.hypot(other.x - place.x, other.y - place.y) >= other.r + r + MIN_GAP))
      return place;
  }
}
