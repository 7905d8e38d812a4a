/** The places that a reader has pinned; kept in this browser, and for this page only where it keeps nothing. Pure. */
import type { Shelf } from '../storage.ts';

export const KEY = 'pins';
/** As many as there are digits to reach them by. */
export const MOST = 9;

export interface Pin {
  /** Path and anchor. */
  url: string;
  /** "6d Discovery", "FL_EDGE_BACKOFF". */
  label: string;
  /** The document that a section stands in ("spec/14"); empty for a page of its own. */
  place: string;
}

/** In the order of pinning. */
export function readPins(shelf: Shelf | undefined): Pin[] {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPin).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** A path of this site: anything else has been put there by somebody else. */
function isPin(value: unknown): value is Pin {
  const { url, label, place } = (value ?? {}) as Partial<Record<keyof Pin, unknown>>;
  return (
    typeof url === 'string' && /^\/(?!\/)/.test(url) && typeof label === 'string' && typeof place === 'string'
  );
}

/** @returns the pins with one more, or with one less where it is pinned already; undefined where there is no room */
export function togglePin(pins: readonly Pin[], pin: Pin): Pin[] | undefined {
  const others = pins.filter(({ url }) => url !== pin.url);
  if (others.length < pins.length) return others;
  return pins.length < MOST ? [...pins, pin] : undefined;
}

export function keepPins(shelf: Shelf | undefined, pins: readonly Pin[]): void {
  try {
    if (pins.length > 0) shelf?.setItem(KEY, JSON.stringify(pins));
    else shelf?.removeItem(KEY);
  } catch {
    // A full or forbidden storage keeps nothing: the pins last as long as the page.
  }
}
