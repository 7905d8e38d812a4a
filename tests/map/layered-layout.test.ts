import { describe, expect, it } from 'vitest';
import { arrangeLayers, layeringOf } from '../../src/map/layered-layout.ts';
import { tieCurves, waypointsOf } from '../../src/map/tie-curve.ts';

describe('layers', () => {
  it('come from what each unit builds on: the one that it refers to most', () => {
    // 1 and 2 refer to 0, 3 refers to 1.
    const ties = [
      { a: 1, b: 0, count: 9, back: 1 },
      { a: 2, b: 0, count: 7 },
      { a: 3, b: 1, count: 5 },
      { a: 3, b: 0, count: 1 },
    ];
    expect(layeringOf(4, ties).layers).toEqual([0, 1, 1, 2]);
  });

  it('are as given, in an order that keeps ties short', () => {
    // 2 is tied to 1, and 3 to 0: their order is that of their neighbours.
    const ties = [
      { a: 2, b: 1, count: 3 },
      { a: 3, b: 0, count: 3 },
    ];
    const { layers, ranks } = layeringOf(4, ties, [0, 0, 1, 1]);
    expect(layers).toEqual([0, 0, 1, 1]);
    expect(ranks[1] < ranks[0]).toBe(ranks[2] < ranks[3]);
  });

  it('survive references in a circle', () => {
    const ties = [
      { a: 0, b: 1, count: 2, back: 1 },
      { a: 1, b: 2, count: 2, back: 1 },
      { a: 2, b: 0, count: 2, back: 1 },
    ];
    expect(layeringOf(3, ties).layers.every(Number.isFinite)).toBe(true);
  });
});

it('a layer that is too long for the picture continues in a second column', () => {
  const count = 40;
  const layering = { layers: Array.from({ length: count }, () => 0), ranks: [...Array(count).keys()] };
  const { places, tracks } = arrangeLayers(layering, { width: 100, height: 100 }, false);
  expect(tracks.length).toBeGreaterThan(3);
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
});

describe('a tie', () => {
  const from = { x: 0, y: 0 };
  const to = { x: 200, y: 0 };

  it('passes between the units of the layers that it crosses', () => {
    const passage = { before: 50, after: 50, shift: 0 };
    const [place] = waypointsOf(from, to, [{ along: 100, across: [-100, 0, 100] }], false, passage);
    expect(place.x).toBe(100);
    for (const unit of [-100, 0, 100]) expect(Math.abs(place.y - unit)).toBeGreaterThan(30);
  });

  it('has one continuous way from dot to dot, also in a portrait picture', () => {
    const waypoints = [{ x: 100, y: 60 }];
    const curves = tieCurves(from, to, waypoints, false, { start: 10, end: 20 });
    expect(curves).toHaveLength(2);
    expect(curves[0][0]).toEqual({ x: 10, y: 0 });
    expect(curves[0][3]).toEqual(curves[1][0]);
    expect(curves[1][3]).toEqual({ x: 180, y: 0 });
    const [down] = tieCurves(from, { x: 0, y: 200 }, [], true, { start: 10, end: 20 });
    expect([down[0], down[3]]).toEqual([
      { x: 0, y: 10 },
      { x: 0, y: 180 },
    ]);
  });

  it('starts and ends at the edges of large circles, also where it bends between them', () => {
    for (const other of [to, { x: 10, y: 200 }, { x: 150, y: 150 }]) {
      const [[start, , , end]] = tieCurves(from, other, [], false, { start: 80, end: 70 });
      expect(Math.hypot(start.x, start.y)).toBeCloseTo(80, 0);
      expect(Math.hypot(end.x - other.x, end.y - other.y)).toBeCloseTo(70, 0);
    }
  });
});
