import { expect, it } from 'vitest';
import { keepRegionPlaces } from '../../src/map/kept-places.ts';
import { sceneOf } from '../../src/map/scene.ts';
import { foldedMap } from '../client/graph/canvas/synthetic.ts';

it('keeps every known region at its place, regardless of the new layout', () => {
  const [before, after] = [foldedMap(30), foldedMap(30, 21)];
  expect(after.places).not.toEqual(before.places);
  expect(keepRegionPlaces(before, after)).toEqual(before.places);
});

it('places a new region where it overlaps no other', () => {
  const [before, after] = [foldedMap(30), foldedMap(33)];
  const { regions } = sceneOf({ ...after, places: keepRegionPlaces(before, after) });
  const known = sceneOf(before).regions;
  expect(known.length).toBeLessThan(regions.length);
  for (const added of regions.slice(30, 33))
    for (const other of regions)
      if (other !== added)
        expect(Math.hypot(added.x - other.x, added.y - other.y)).toBeGreaterThan(added.r + other.r);
});

it('leaves the new layout unchanged where there was none before', () => {
  const after = foldedMap(5);
  expect(keepRegionPlaces({ ...after, places: undefined }, after)).toBe(after.places);
});
