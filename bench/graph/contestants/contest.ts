/// <reference types="vite/client" />
/** What every page has: the host element, the data, and the time at which the picture can be used. */
import { decode, type LargeMap } from '../../../src/map/columns.ts';
import { textAt } from '../../../src/map/packing.ts';

declare global {
  interface Window {
    /** Milliseconds from navigation to the first usable picture. */
    usable: Promise<number>;
    /** The wheel's pixels, and the frames between its events, that make all pages zoom about equally. */
    wheel: { delta: number; every: number };
  }
}

export const host = document.querySelector<HTMLElement>('#host')!;
export const dataUrl = `data/${new URLSearchParams(location.search).get('data')}`;

/** @param mount resolves when the layout is done and drawn */
export function contest(mount: () => Promise<unknown>, wheel: Window['wheel']): void {
  window.wheel = wheel;
  window.usable = mount()
    .then(painted)
    .then(() => performance.now());
}

/** Waits two frames, after which the drawing is on the screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

export interface Plain {
  nodes: { id: number; label: string; colour: string; isDocument: boolean }[];
  ties: { source: number; target: number }[];
}

const COLOURS: Record<string, string> = {
  document: '#0b5e8a',
  section: '#596572',
  variable: '#8a3b0b',
  attribute: '#6b3fa0',
  requirement: '#146c43',
  phase: '#8f2463',
  step: '#6a5a00',
};

/** Nodes and ties in the form that other libraries take. */
export async function plainData(): Promise<Plain> {
  const map = (await (await fetch(dataUrl)).json()) as LargeMap;
  const columns = decode(map);
  const nodes = Array.from(columns.kind, (code, id) => ({
    id,
    label: textAt(columns.titles, id),
    colour: COLOURS[columns.kinds[code]],
    isDocument: columns.kinds[code] === 'document',
  }));
  const ties = nodes.flatMap(({ id: source }) =>
    Array.from(columns.to.subarray(columns.from[source], columns.from[source + 1]), (target) => ({
      source,
      target,
    })),
  );
  return { nodes, ties };
}
