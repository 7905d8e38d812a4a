import { expect, it } from 'vitest';
import { encode, type LargeMap } from '../../src/map/columns.ts';
import { keepRegionPlaces } from '../../src/map/kept-places.ts';
import { sceneOf } from '../../src/map/scene.ts';
import { folderOf, syntheticMap } from '../client/graph/canvas/synthetic.ts';

/** A map with places as the build writes them. */
function placedMap(documents: number, sections?: number): LargeMap {
  const map = encode(syntheticMap(documents, sections), folderOf);
  return { ...map, places: sceneOf(map).regions.flatMap(({ x, y }) => [x, y]) };
}

it('keeps every known region at its place, regardless of the new layout', () => {
  const [before, after] = [placedMap(30), placedMap(30, 21)];
  expect(after.places).not.toEqual(before.places);
  expect(keepRegionPlaces(before, after)).toEqual(before.places);
});

it('places a new region where it overlaps no other', () => {
  const [before, after] = [placedMap(30), placedMap(33)];
  const { regions } = sceneOf({ ...after, places: keepRegionPlaces(before, after) });
  const known = sceneOf(before).regions;
  expect(regions.slice(0, 30).map(({ x, y }) => [x, y])).toEqual(
    known.slice(0, 30).map(({ x, y }) => [x, y]),
  );
  for (const added of regions.slice(30, 33))
    for (const other of regions)
      if (other !== added)
        expect(Math.hypot(added.x - other.x, added.y - other.y)).toBeGreaterThan(added.r + other.r);
});

it('leaves the new layout unchanged where there was none before', () => {
  const after = placedMap(5);
  expect(keepRegionPlaces({ ...after, places: undefined }, after)).toBe(after.places);
});
