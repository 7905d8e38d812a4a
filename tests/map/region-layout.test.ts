import { describe, expect, test } from 'vitest';
import { encode, decode } from '../../src/map/columns.ts';
import { groupCircles, placeNodes, placeRegions, type Circle } from '../../src/map/region-layout.ts';
import { sceneOf } from '../../src/map/scene.ts';
import { folderOf, syntheticMap } from '../client/graph/canvas/synthetic.ts';

const map = encode(syntheticMap(60), folderOf);
const scene = sceneOf(map);

function overlaps(circles: readonly Circle[]): [number, number][] {
  return circles.flatMap((a, i) =>
    circles
      .slice(0, i)
      .flatMap((b, j): [number, number][] => (Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r ? [[i, j]] : [])),
  );
}

test('the same map gives exactly the same places', () => {
  const again = sceneOf(encode(syntheticMap(60), folderOf));
  expect(again.regions).toEqual(scene.regions);
  expect(again.x).toEqual(scene.x);
  expect(again.y).toEqual(scene.y);
});

test('no two documents overlap, nor two groups', () => {
  expect(scene.regions).toHaveLength(61);
  expect(scene.groups.length).toBeGreaterThan(7);
  expect(overlaps(scene.regions)).toEqual([]);
  expect(overlaps(scene.groups)).toEqual([]);
});

test('every node lies within its region, every region within its group, every group in the box', () => {
  const { starts, group } = scene.columns;
  scene.regions.forEach((region, i) => {
    for (let node = starts[i]; node < starts[i + 1]; node++)
      expect(Math.hypot(scene.x[node] - region.x, scene.y[node] - region.y)).toBeLessThan(region.r);
    const around = scene.groups[group[i]];
    expect(Math.hypot(region.x - around.x, region.y - around.y) + region.r).toBeLessThan(around.r + 0.01);
    expect(around.x - around.r).toBeGreaterThanOrEqual(scene.box.left);
    expect(around.y + around.r).toBeLessThanOrEqual(scene.box.bottom);
  });
});

test('nodes of a region keep their distance', () => {
  const { x, y } = placeNodes({ starts: Uint32Array.of(0, 80) }, [{ x: 0, y: 0, r: 60 }]);
  for (let i = 1; i < 80; i++)
    for (let j = 1; j < i; j++) expect(Math.hypot(x[i] - x[j], y[i] - y[j])).toBeGreaterThan(6);
});

test('tied documents are nearer to each other than other documents', () => {
  const starts = Uint32Array.from({ length: 41 }, (_, i) => 10 * i);
  const ties = Array.from({ length: 20 }, (_, i) => ({ a: i, b: 39 - i, count: 10 }));
  const { regions } = placeRegions({ starts, group: new Uint16Array(40) }, ties);
  const between = (a: number, b: number): number =>
    Math.hypot(regions[a].x - regions[b].x, regions[a].y - regions[b].y);
  const mean = (list: number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const all = regions.flatMap((_, a) => regions.slice(0, a).map((_, b) => between(a, b)));
  expect(mean(ties.map(({ a, b }) => between(a, b)))).toBeLessThan(0.7 * mean(all));
});

describe('places given with the map', () => {
  test('are kept', () => {
    const places = scene.regions.flatMap(({ x, y }) => [x + 7, y]);
    const moved = sceneOf({ ...map, places });
    expect(moved.regions.map(({ x }) => x)).toEqual(scene.regions.map(({ x }) => x + 7));
    expect(moved.groups.map(({ r }) => Math.round(r))).toEqual(
      groupCircles(scene.regions, decode(map).group).map(({ r }) => Math.round(r)),
    );
  });
});

test('lays out one document, and an empty map', () => {
  expect(sceneOf(encode({ nodes: syntheticMap(1).nodes.slice(0, 1), ties: [] })).regions).toHaveLength(1);
  expect(sceneOf(encode({ nodes: [], ties: [] })).regions).toEqual([]);
});
