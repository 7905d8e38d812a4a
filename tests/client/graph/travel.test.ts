import { describe, expect, it } from 'vitest';
import { between, startsOf } from '../../../src/client/graph/travel.ts';
import { node } from './small-map.ts';

const body = (id: string, document?: string) => ({ id, document, x: 0, y: 0, home: { x: 0, y: 0 } });

describe('the start of a transition', () => {
  const before = { nodes: [{ ...node('a', 'document'), x: 5, y: 6 }], ties: [] };

  it('is its place in the previous view, or that of its document', () => {
    expect([...startsOf([body('a'), body('a#1', 'a'), body('b'), body('b#1', 'b')], before)]).toEqual([
      ['a', { x: 5, y: 6 }],
      ['a#1', { x: 5, y: 6 }],
    ]);
  });

  it('does not exist at the first paint', () => expect(startsOf([body('a')], undefined).size).toBe(0));
});

it('a transition is straight and ends at its target', () => {
  expect(between({ x: 0, y: 10 }, { x: 10, y: 0 }, 0.5)).toEqual({ x: 5, y: 5 });
  expect(between({ x: 0.1, y: 0.2 }, { x: 0.3, y: 0.7 }, 1)).toEqual({ x: 0.3, y: 0.7 });
});
