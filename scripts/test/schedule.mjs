// Runs steps side by side. Plain JavaScript that runs on Node 18.

const SIDE_BY_SIDE = 2;

/**
 * Starts each step as early as it may: two at a time, one that uses all cores by itself, and none before a step that
 * it waits for.
 *
 * @template {{ name: string, after?: string, needs?: string, alone?: boolean }} S
 * @param {readonly S[]} steps
 * @param {(step: S) => Promise<void>} work
 */
export async function schedule(steps, work) {
  const waiting = [...steps];
  /** @type {Map<S, Promise<void>>} */
  const running = new Map();
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.find((step) => mayStart(step, waiting, [...running.keys()]));
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      running.set(
        next,
        work(next).finally(() => running.delete(next)),
      );
    } else if (running.size > 0) await Promise.race(running.values());
    else throw new Error(`These steps wait for each other: ${waiting.map(({ name }) => name).join(', ')}`);
  }
}

function mayStart(step, waiting, running) {
  const unfinished = [...waiting, ...running];
  const isBlocked = unfinished.some(({ name }) => name === step.after || name === step.needs);
  const hasRoom = step.alone
    ? running.length === 0
    : running.length < SIDE_BY_SIDE && !running.some(({ alone }) => alone);
  return !isBlocked && hasRoom;
}
