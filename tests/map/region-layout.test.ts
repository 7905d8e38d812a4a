import { describe, expect, test } from 'vitest';
import { placeInGroups, placeNodes, type Circle } from '../../src/map/region-layout.ts';
import { sceneOf } from '../../src/map/scene.ts';
import { flatMap, foldedMap, syntheticMap } from '../client/graph/canvas/synthetic.ts';

const map = foldedMap(60);
const scene = sceneOf(map);

function overlaps(circles: readonly Circle[]): [number, number][] {
  return circles.flatMap((a, i) =>
    circles
      .slice(0, i)
      .flatMap((b, j): [number, number][] => (Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r ? [[i, j]] : [])),
  );
}

test('the same map gives exactly the same places', () => {
  const again = sceneOf(foldedMap(60));
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
  const places = placeInGroups({ starts, group: new Uint16Array(40) }, ties);
  const regions = Array.from({ length: 40 }, (_, i) => ({ x: places[2 * i], y: places[2 * i + 1] }));
  const between = (a: number, b: number): number =>
    Math.hypot(regions[a].x - regions[b].x, regions[a].y - regions[b].y);
  const mean = (list: number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const all = regions.flatMap((_, a) => regions.slice(0, a).map((_, b) => between(a, b)));
  expect(mean(ties.map(({ a, b }) => between(a, b)))).toBeLessThan(0.7 * mean(all));
});

describe('a set without folders', () => {
  const flat = (isPortrait: boolean) => sceneOf(flatMap(syntheticMap(15)), isPortrait);

  test('has its documents in layers, each at a place of its own', () => {
    const { regions, groups, tracks, trackOf } = flat(false);
    expect(groups).toEqual([]);
    expect(tracks.length).toBeGreaterThan(1);
    regions.forEach(({ x, y }, region) => {
      expect(x).toBe(tracks[trackOf[region]].along);
      for (const other of regions.slice(0, region))
        expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(100);
    });
  });

  test('is higher than wide in a portrait picture', () => {
    const ratio = ({ box }: ReturnType<typeof flat>): number =>
      (box.right - box.left) / (box.bottom - box.top);
    expect(ratio(flat(false))).toBeGreaterThan(1);
    expect(ratio(flat(true))).toBeLessThan(1);
  });

  test('shows the strongest ties first, and at least one of each document', () => {
    const {
      regionTies: { a, b, count, isStrong },
    } = flat(false);
    const strong = [...a.keys()].filter((tie) => isStrong[tie]);
    expect(strong.length).toBeLessThan(a.length);
    expect(new Set(strong.flatMap((tie) => [a[tie], b[tie]])).size).toBe(15);
    expect([...count]).toEqual([...count].toSorted((m, n) => n - m));
  });
});

test('lays out one document, and an empty map', () => {
  const single = { nodes: syntheticMap(1).nodes.slice(0, 1), ties: [] };
  expect(sceneOf(flatMap(single)).regions).toHaveLength(1);
  expect(sceneOf(flatMap({ nodes: [], ties: [] })).regions).toEqual([]);
});
