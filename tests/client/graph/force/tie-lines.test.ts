import { describe, expect, it } from 'vitest';
import { cellBetween } from '../../../../src/client/graph/matrix/cell.ts';
import { bendOf, isReadable, lineAt } from '../../../../src/client/graph/force/tie-lines.ts';
import { DATA, node } from '../small-map.ts';

const line = (name: string, from: [number, number], to: [number, number], count = 1) => ({
  name,
  source: { x: from[0], y: from[1] },
  target: { x: to[0], y: to[1] },
  count,
});
const LINES = [line('across', [0, 0], [100, 0]), line('down', [100, 0], [100, 100])];

describe('the line under the pointer', () => {
  it('is the nearest within reach, not beyond its ends', () => {
    expect(lineAt(LINES, { x: 50, y: 4 }, 6)?.name).toBe('across');
    expect(lineAt(LINES, { x: 96, y: 50 }, 6)?.name).toBe('down');
    expect(lineAt(LINES, { x: 50, y: 7 }, 6)).toBeUndefined();
    expect(lineAt(LINES, { x: -7, y: 0 }, 6)).toBeUndefined();
    expect(lineAt([line('dot', [5, 5], [5, 5])], { x: 5, y: 8 }, 6)?.name).toBe('dot');
  });

  it('is the one with more references where two lines overlap', () => {
    const both = [line('few', [0, 0], [100, 0], 2), line('many', [100, 0], [0, 0], 9)];
    expect(lineAt(both, { x: 50, y: 1 }, 6)?.name).toBe('many');
    expect(lineAt(both.toReversed(), { x: 50, y: 1 }, 6)?.name).toBe('many');
  });

  it('is the one to the right of its direction where lines are bent', () => {
    const both = [line('there', [0, 0], [100, 0]), line('back', [100, 0], [0, 0], 9)];
    expect(bendOf(both[0])).toEqual({ x: 50, y: 12 });
    expect(lineAt(both, { x: 50, y: 6 }, 3, true)?.name).toBe('there');
    expect(lineAt(both, { x: 50, y: -6 }, 3, true)?.name).toBe('back');
    expect(lineAt(both, { x: 50, y: 0 }, 3, true)).toBeUndefined();
  });
});

it('lines between documents have sentences, broken lines have none', () => {
  const [a, b, variable] = [node('a', 'document'), node('b', 'document'), node('v', 'variable')];
  expect(isReadable({ source: a, target: b, kind: 'refers' })).toBe(true);
  expect(isReadable({ source: a, target: variable, kind: 'mentions' })).toBe(false);
  expect(isReadable({ source: a, target: b, kind: 'refers', broken: true })).toBe(false);
  expect(isReadable({ source: a, target: { ...b, isMissing: true }, kind: 'refers' })).toBe(false);
});

describe('the references between two documents', () => {
  const demand = { from: 'b', to: 'a', text: 'b names a', ok: false, by: 'Phase 1' };

  it('are counted, with the promises between them', () => {
    expect(cellBetween(DATA, { source: 'a', target: 'b' }, [demand])).toMatchObject({
      id: 'a b',
      count: 2,
      demands: [],
      mark: undefined,
    });
    expect(cellBetween(DATA, { source: 'b', target: 'a' }, [demand])).toMatchObject({
      count: 0,
      demands: [demand],
      mark: 'broken',
    });
    expect(cellBetween(DATA, { source: 'b', target: 'a' })).toMatchObject({ mark: 'one-way' });
  });

  it.each([
    ['a', 'variable:X'],
    ['a', 'nowhere'],
    ['a', 'a'],
    ['b', 'missing:b 9'],
  ])('is nothing between %s and %s', (source, target) => {
    expect(cellBetween(DATA, { source, target })).toBeUndefined();
  });
});
