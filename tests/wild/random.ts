/** Samples that are the same ones in every run with the same seed. */

/** @returns the list in an order that the numbers of `random` give */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const keys = new Map(list.map((one) => [one, random()]));
  return list.toSorted((a, b) => keys.get(a)! - keys.get(b)!);
}

/** Mulberry32: numbers from 0 to below 1, the same ones for the same seed. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
