/** The places that a reader has pinned, stored in this browser. */
import type { ReaderStorage } from '../storage.ts';

export const PINS_KEY = 'pins';
/** One for each of the keys 1 to 9. */
export const MAX_PINS = 9;

export interface Pin {
  /** Path and anchor. */
  url: string;
  /** "6d Discovery", "FL_EDGE_BACKOFF". */
  label: string;
  /** The document that contains the section ("spec/14"); empty for other pages. */
  place: string;
}

/** In the order of pinning. */
export function readPins(storage: ReaderStorage | undefined): Pin[] {
  try {
    const saved: unknown = JSON.parse(storage?.getItem(PINS_KEY) ?? '[]');
    return Array.isArray(saved) ? saved.filter(isPin).slice(0, MAX_PINS) : [];
  } catch {
    return [];
  }
}

/** Accepts only paths of this site: other scripts of the same origin can write to the storage too. */
function isPin(value: unknown): value is Pin {
  const { url, label, place } = (value ?? {}) as Partial<Record<keyof Pin, unknown>>;
  return (
    typeof url === 'string' && /^\/(?!\/)/.test(url) && typeof label === 'string' && typeof place === 'string'
  );
}

/** Adds a pin, or removes it if it is already there. @returns undefined if there is no room for another pin */
export function togglePin(pins: readonly Pin[], pin: Pin): Pin[] | undefined {
  const others = pins.filter(({ url }) => url !== pin.url);
  if (others.length < pins.length) return others;
  return pins.length < MAX_PINS ? [...pins, pin] : undefined;
}

export function savePins(storage: ReaderStorage | undefined, pins: readonly Pin[]): void {
  try {
    if (pins.length > 0) storage?.setItem(PINS_KEY, JSON.stringify(pins));
    else storage?.removeItem(PINS_KEY);
  } catch {
    // The storage is full or forbidden. The pins are then lost with the page.
  }
}
