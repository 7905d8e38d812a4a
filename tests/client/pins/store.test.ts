import { describe, expect, it } from 'vitest';
import { keepPins, KEY, MOST, readPins, togglePin, type Pin } from '../../../src/client/pins/store.ts';
import type { Shelf } from '../../../src/client/storage.ts';

const pin = (n: number): Pin => ({ url: `/spec/0${n}/#a`, label: `Section ${n}`, place: `spec/0${n}` });

function shelfWith(text?: string): Shelf & { kept: Map<string, string> } {
  const kept = new Map(text === undefined ? [] : [[KEY, text]]);
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('pins', () => {
  it('are set, in order, and let go of', () => {
    const two = togglePin([pin(1)], pin(2))!;
    expect(two).toEqual([pin(1), pin(2)]);
    expect(togglePin(two, { ...pin(1), label: 'renamed meanwhile' })).toEqual([pin(2)]);
  });

  it('are no more than there are digits', () => {
    const full = Array.from({ length: MOST }, (_, i) => pin(i));
    expect(togglePin(full, pin(MOST))).toBeUndefined();
    expect(togglePin(full, pin(3))).toHaveLength(MOST - 1);
  });

  it('are kept, and leave nothing behind', () => {
    const shelf = shelfWith();
    keepPins(shelf, [pin(1)]);
    expect(readPins(shelf)).toEqual([pin(1)]);
    keepPins(shelf, []);
    expect(shelf.kept.size).toBe(0);
  });

  it.each([
    ['nothing', undefined],
    ['broken', '{'],
    ['no list', '{"url": "/"}'],
    ['other things', '[1, null, {"url": 3}]'],
    ['a script', '[{"url": "javascript:alert(1)", "label": "a", "place": ""}]'],
    ['another site', '[{"url": "//evil.example/", "label": "a", "place": ""}]'],
  ])('%s in the storage is no pin', (_name, text) => {
    expect(readPins(shelfWith(text))).toEqual([]);
  });

  it('do without a storage', () => {
    expect(readPins(undefined)).toEqual([]);
    const full: Shelf = {
      ...shelfWith(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => keepPins(full, [pin(1)])).not.toThrow();
  });
});
