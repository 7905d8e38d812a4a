import { describe, expect, it } from 'vitest';
import { moveDots, startPlaces } from '../../../src/client/graph/move-dots.ts';
import { node } from './small-map.ts';

const body = (id: string, document?: string) => ({ id, document, x: 0, y: 0, home: { x: 0, y: 0 } });

describe('the start of a transition', () => {
  const before = { nodes: [{ ...node('a', 'document'), x: 5, y: 6 }], ties: [] };

  it('is its place in the previous view, or that of its document', () => {
    expect([...startPlaces([body('a'), body('a#1', 'a'), body('b'), body('b#1', 'b')], before)]).toEqual([
      ['a', { x: 5, y: 6 }],
      ['a#1', { x: 5, y: 6 }],
    ]);
  });

  it('does not exist at the first paint', () => expect(startPlaces([body('a')], undefined).size).toBe(0));
});

it('a transition is straight and ends at its target', async () => {
  const dot = { ...body('a'), home: { x: 0.3, y: 0.7 } };
  const places: { x: number; y: number }[] = [];
  await new Promise<void>((resolve) =>
    moveDots(
      [dot],
      new Map([['a', { x: 10.3, y: 20.7 }]]),
      30,
      () => places.push({ x: dot.x, y: dot.y }),
      resolve,
    ),
  );
  expect(places[0]).toEqual({ x: 10.3, y: 20.7 });
  for (const { x, y } of places) expect(y - 0.7).toBeCloseTo(2 * (x - 0.3), 9);
  expect(places.at(-1)).toEqual({ x: 0.3, y: 0.7 });
});
