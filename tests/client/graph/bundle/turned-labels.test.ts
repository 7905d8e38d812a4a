import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cornersOf, overlap } from '../../../../src/client/graph/bundle/corners.ts';
import {
  labelsWithoutOverlap,
  truncate,
  distanceToFrame,
  rotationOf,
  splitIntoTwoLines,
  type TurnedLabel,
} from '../../../../src/client/graph/bundle/turned-labels.ts';

const FRAME = { left: 0, right: 400, top: 0, bottom: 300 };
const label = (id: string, x: number, y: number, turn = 0, weight = 0): TurnedLabel => ({
  id,
  x,
  y,
  turn,
  anchor: 'start',
  width: 80,
  height: 14,
  weight,
});

describe('turned labels', () => {
  it('never overlap or leave the frame, at any angle', () => {
    const places = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 400 }),
        y: fc.integer({ min: 0, max: 300 }),
        turn: fc.integer({ min: -90, max: 90 }),
        weight: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(places, (all) => {
        const labels = all.map(({ x, y, turn, weight }, i) => label(String(i), x, y, turn, weight));
        const shown = labelsWithoutOverlap(labels, FRAME);
        const boxes = labels.filter(({ id }) => shown.has(id)).map(cornersOf);
        return boxes.every(
          (a, i) =>
            a.every(([x, y]) => x >= 0 && x <= 400 && y >= 0 && y <= 300) &&
            boxes.slice(i + 1).every((b) => !overlap(a, b)),
        );
      }),
    );
  });

  it('give the room to the weightier one, and leave out a label on an occupied place', () => {
    expect(labelsWithoutOverlap([label('a', 10, 50), label('b', 20, 50, 0, 1)], FRAME)).toEqual(
      new Set(['b']),
    );
    expect(
      labelsWithoutOverlap([label('a', 10, 50)], FRAME, [{ left: 0, right: 30, top: 40, bottom: 60 }]),
    ).toEqual(new Set());
  });

  it('stand closer than their upright boxes would allow', () => {
    expect(labelsWithoutOverlap([label('a', 100, 100, 45), label('b', 100, 125, 45)], FRAME)).toEqual(
      new Set(['a', 'b']),
    );
  });
});

it('is never upside down', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 2 * Math.PI - 0.001, noNaN: true }),
      (angle) => Math.abs(rotationOf(angle).turn) <= 90 + 1e-9,
    ),
  );
  expect(rotationOf(Math.PI / 2)).toEqual({ turn: 0, anchor: 'start' });
  expect(rotationOf(1.5 * Math.PI)).toEqual({ turn: 0, anchor: 'end' });
});

it('measures the distance to the edge', () => {
  expect(distanceToFrame(100, 100, 1, 0, FRAME)).toBe(300);
  expect(distanceToFrame(100, 100, 0, -1, FRAME)).toBe(100);
  expect(distanceToFrame(500, 100, 1, 0, FRAME)).toBe(0);
});

it('cuts long labels, and leaves out labels too short to be understood', () => {
  expect(truncate('Linear Boot Sequence', 20)).toBe('Linear Boot Sequence');
  expect(truncate('Linear Boot Sequence', 14)).toBe('Linear Boot …');
  expect(truncate('Linear Boot Sequence', 8)).toBeUndefined();
});

it('breaks a long title near its middle', () => {
  expect(splitIntoTwoLines('Overview')).toEqual(['Overview']);
  expect(splitIntoTwoLines('Contextualization Variable Reference')).toEqual([
    'Contextualization',
    'Variable Reference',
  ]);
});
