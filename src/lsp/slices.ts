/** Long work in slices: between two of them the server answers the editor. */
import { setImmediate } from 'node:timers/promises';
import type { Pause } from '#specgraph';

/** So long the server works before it looks what the editor has sent. */
const SLICE_MS = 15;

/** @returns waits for the event loop when a slice is over; rejects when the work is aborted */
export function createSlices(signal: AbortSignal): () => Promise<void> | undefined {
  let start = performance.now();
  return () => {
    if (performance.now() - start < SLICE_MS) return undefined;
    return setImmediate(undefined, { signal }).then(() => void (start = performance.now()));
  };
}

/**
 * Does work in slices.
 * @param isWanted whether the result is still wanted, after each slice
 * @returns undefined where it was not wanted any more; rejects when the work is aborted
 */
export async function inSlices<T>(
  steps: Generator<Pause, T, void>,
  signal: AbortSignal,
  isWanted: () => boolean,
): Promise<T | undefined> {
  const pause = createSlices(signal);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const pausing = pause();
    if (!pausing) continue;
    await pausing;
    if (!isWanted()) return undefined;
  }
}
