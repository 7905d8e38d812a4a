/** Moves dots from their places in the previous view to their own. */
import { easeCubicOut, timer } from 'd3';
import type { MapData } from '../../map/model.ts';

interface Place {
  x: number;
  y: number;
}

interface MovingDot extends Place {
  id: string;
  document?: string;
  home: Place;
}

/** The start of each dot: its previous place, or else that of its document. New dots have no start. */
export function startPlaces(all: readonly MovingDot[], before: MapData | undefined): Map<string, Place> {
  const previousPlaces = new Map(before?.nodes.map(({ id, x, y }) => [id, { x, y }]));
  return new Map(
    all.flatMap(({ id, document = '' }) => {
      const start = previousPlaces.get(id) ?? previousPlaces.get(document);
      return start ? [[id, start]] : [];
    }),
  );
}

/** @param done the completed fraction of the way, from 0 to 1 */
function between(start: Place, end: Place, done: number): Place {
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
export function moveDots(
  all: readonly MovingDot[],
  starts: ReadonlyMap<string, Place>,
  time: number,
  moved: () => void,
  arrived: () => void,
): () => void {
  const moveAll = (progress: number): void => {
    for (const body of all) {
      const start = starts.get(body.id);
      if (start) Object.assign(body, between(start, body.home, progress));
    }
    moved();
  };
  moveAll(0);
  const ticker = timer((elapsed) => {
    const progress = Math.min(1, elapsed / time);
    moveAll(easeCubicOut(progress));
    if (progress < 1) return;
    ticker.stop();
    arrived();
  });
  return () => ticker.stop();
}
