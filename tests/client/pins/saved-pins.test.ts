import { describe, expect, it } from 'vitest';
import {
  savePins,
  PINS_KEY,
  MAX_PINS,
  readPins,
  togglePin,
  type Pin,
} from '../../../src/client/pins/saved-pins.ts';
import type { ReaderStorage } from '../../../src/client/storage.ts';

const pin = (n: number): Pin => ({ url: `/spec/0${n}/#a`, label: `Section ${n}`, place: `spec/0${n}` });

function storageWith(text?: string): ReaderStorage & { items: Map<string, string> } {
  const items = new Map(text === undefined ? [] : [[PINS_KEY, text]]);
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

describe('pins', () => {
  it('are added in order and removed', () => {
    const two = togglePin([pin(1)], pin(2))!;
    expect(two).toEqual([pin(1), pin(2)]);
    expect(togglePin(two, { ...pin(1), label: 'renamed meanwhile' })).toEqual([pin(2)]);
  });

  it('are limited to MAX_PINS', () => {
    const full = Array.from({ length: MAX_PINS }, (_, i) => pin(i));
    expect(togglePin(full, pin(MAX_PINS))).toBeUndefined();
    expect(togglePin(full, pin(3))).toHaveLength(MAX_PINS - 1);
  });

  it('are saved, and an empty list leaves nothing in the storage', () => {
    const storage = storageWith();
    savePins(storage, [pin(1)]);
    expect(readPins(storage)).toEqual([pin(1)]);
    savePins(storage, []);
    expect(storage.items.size).toBe(0);
  });

  it.each([
    ['an empty storage', undefined],
    ['broken JSON', '{'],
    ['an object', '{"url": "/"}'],
    ['a list of other values', '[1, null, {"url": 3}]'],
    ['a script URL', '[{"url": "javascript:alert(1)", "label": "a", "place": ""}]'],
    ['another site', '[{"url": "//evil.example/", "label": "a", "place": ""}]'],
  ])('%s gives no pins', (_name, text) => {
    expect(readPins(storageWith(text))).toEqual([]);
  });

  it('work without a storage and with a full one', () => {
    expect(readPins(undefined)).toEqual([]);
    const full: ReaderStorage = {
      ...storageWith(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => savePins(full, [pin(1)])).not.toThrow();
  });
});
