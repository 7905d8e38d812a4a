import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linePlaces, placeLabels, wrapLabel, type LabelBox } from '../../src/map/labels.ts';

/** Ids of the labels that are placed below their dots. */
const roomyLabels = (labels: readonly LabelBox[]): Set<string> =>
  new Set(placeLabels(labels.map((one) => ({ ...one, sides: ['below'] }))).keys());
const label = (id: string, x: number, weight = 0): LabelBox => ({
  id,
  x,
  y: 0,
  r: 5,
  width: 100,
  height: 12,
  weight,
});

it('keeps labels apart from each other', () => {
  expect(roomyLabels([label('a', 0), label('b', 101)])).toEqual(new Set(['a', 'b']));
  expect(roomyLabels([label('a', 0), label('b', 99)])).toEqual(new Set(['a']));
});

it('gives the room to the weightier one', () => {
  expect(roomyLabels([label('a', 0), label('b', 50, 1)])).toEqual(new Set(['b']));
});

it('covers no dot of a weighty node', () => {
  const document = { ...label('document', 0, 1), y: 16, width: 1 };
  expect(roomyLabels([label('a', 0), document])).toEqual(new Set(['document']));
});

it('puts a label on a free side, inside the frame', () => {
  const [a, b] = [label('a', 0, 0.5), { ...label('b', 0), y: 20, width: 40 }];
  expect(placeLabels([a, b])).toEqual(
    new Map([
      ['a', 'right'],
      ['b', 'below'],
    ]),
  );
  expect(placeLabels([a], { left: -60, right: 60, top: -60, bottom: 10 })).toEqual(new Map([['a', 'above']]));
  expect(placeLabels([a], { left: -40, right: 40, top: -60, bottom: 60 })).toEqual(new Map());
});

it('keeps a label away from the border of the picture, where wide letters would be cut', () => {
  const a = { ...label('a', 110), sides: ['left'] as const };
  expect(placeLabels([a], { left: 2, right: 300, top: -60, bottom: 60 })).toEqual(new Map());
  expect(placeLabels([{ ...a, x: 130 }], { left: 2, right: 300, top: -60, bottom: 60 }).get('a')).toBe(
    'left',
  );
});

it('covers no dot, however important the label is', () => {
  const ring = [
    [0, 14],
    [0, -14],
    [30, 0],
    [-30, 0],
  ].map(([x, y], i) => ({ ...label(`dot ${i}`, x), y, width: 1000, height: 1000 }));
  expect(placeLabels([label('a', 0, 1), ...ring]).has('a')).toBe(false);
  expect(placeLabels([label('a', 0, 1), ring[0]]).get('a')).toBe('right');
});

it('wraps a name into lines of about the same length', () => {
  expect(wrapLabel('Edge and Auto-Scaling', 17, 2)).toEqual(['Edge and', 'Auto-Scaling']);
  expect(wrapLabel('GPU Validation', 17, 2)).toEqual(['GPU Validation']);
  expect(wrapLabel('SuperNode TLS Trust and End-to-End Handshake', 20, 2)).toEqual([
    'SuperNode TLS Trust',
    'and End-to-End …',
  ]);
});

it('never lets two labels overlap, at any places', () => {
  const boxes = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 200 }),
      width: fc.integer({ min: 1, max: 120 }),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(boxes, (places) => {
      const all = places.map((place, i) => ({ ...place, id: String(i), r: 4, height: 12, weight: 0 }));
      const shown = all.filter(({ id }) => roomyLabels(all).has(id));
      return shown.every((a) =>
        shown.every(
          (b) => a === b || Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= 12,
        ),
      );
    }),
  );
});

it('leaves a gap between a dot and its label on every side, also with two lines', () => {
  const [r, height] = [5, 12];
  const place = (side: Parameters<typeof linePlaces>[0]) => linePlaces(side, r, height, 2);
  // The base line of a text is at three quarters of its height.
  expect(place('below')[0].y - 0.75 * height).toBeGreaterThan(r);
  expect(-place('above')[1].y - 0.25 * height).toBeGreaterThan(r);
  expect(place('right')[0].x).toBeGreaterThan(r);
  expect(-place('left')[1].x).toBeGreaterThan(r);
  expect(place('right')[1].y - place('right')[0].y).toBe(height);
});
