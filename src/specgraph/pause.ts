/** Work that takes long in a large set is done in steps: a program that does other work in between does it at a pause. */

/** What a generator yields where its work may be interrupted. */
export const PAUSE: unique symbol = Symbol('pause');

export type Pause = typeof PAUSE;

/** Does work to its end without pauses. */
export function finish<T>(steps: Generator<Pause, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
