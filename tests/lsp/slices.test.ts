import { expect, it } from 'vitest';
import { PAUSE, type Pause } from '#specgraph';
import { createSlices, inSlices } from '../../src/lsp/slices.ts';

/** Work that pauses after each of `steps` steps. */
function* working(steps: number, milliseconds = 0): Generator<Pause, string, void> {
  for (let i = 0; i < steps; i++) {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    yield PAUSE;
  }
  return 'done';
}

const { signal } = new AbortController();

it('work is done to its end, with turns of the event loop in between', async () => {
  let turns = 0;
  const count = setInterval(() => turns++, 1);
  expect(await inSlices(working(20, 10), signal, () => true)).toBe('done');
  clearInterval(count);
  expect(turns).toBeGreaterThan(5);
});

it('work that is not wanted any more ends', async () => {
  const steps = working(1e9);
  let looks = 0;
  expect(await inSlices(steps, signal, () => ++looks < 3)).toBeUndefined();
  expect(looks).toBe(3);
});

it('aborted work rejects', async () => {
  const aborting = new AbortController();
  const work = inSlices(working(1e9), aborting.signal, () => true);
  aborting.abort();
  await expect(work).rejects.toThrow('aborted');
});

it('no time is lost within a slice', () => {
  expect(createSlices(signal)()).toBeUndefined();
});
