/** Moves dots from their places in the previous view to their own. */
import { easeCubicOut, timer } from 'd3';
import type { MapData } from '../../map/model.ts';

interface Place {
  x: number;
  y: number;
}

interface Traveller extends Place {
  id: string;
  document?: string;
  home: Place;
}

/** The start of each dot: its previous place, or else that of its document. New dots have no start. */
export function startsOf(all: readonly Traveller[], before: MapData | undefined): Map<string, Place> {
  const stood = new Map(before?.nodes.map(({ id, x, y }) => [id, { x, y }]));
  return new Map(
    all.flatMap(({ id, document = '' }) => {
      const start = stood.get(id) ?? stood.get(document);
      return start ? [[id, start]] : [];
    }),
  );
}

/** @param done the completed fraction of the way, from 0 to 1 */
export function between(start: Place, end: Place, done: number): Place {
  return done === 1
    ? { ...end }
    : { x: start.x + done * (end.x - start.x), y: start.y + done * (end.y - start.y) };
}

/**
 * Moves every dot that has a start to its own place.
 * @param time duration of the movement, in milliseconds
 * @param arrived called once at the end, unless the movement is stopped before
 * @returns a function that stops the movement and leaves every dot where it is
 */
export function travel(
  all: readonly Traveller[],
  starts: ReadonlyMap<string, Place>,
  time: number,
  moved: () => void,
  arrived: () => void,
): () => void {
  const step = (done: number): void => {
    for (const body of all) {
      const start = starts.get(body.id);
      if (start) Object.assign(body, between(start, body.home, done));
    }
    moved();
  };
  step(0);
  const ticking = timer((elapsed) => {
    const done = Math.min(1, elapsed / time);
    step(easeCubicOut(done));
    if (done < 1) return;
    ticking.stop();
    arrived();
  });
  return () => ticking.stop();
}
