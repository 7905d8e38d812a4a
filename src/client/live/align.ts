/** Which of the old blocks become which of the new ones. */

/** What a block is compared by. */
export interface Comparable {
  /** The same for blocks that say the same. */
  words: string;
  /** Only blocks of one kind can become each other. */
  kind: string;
}

/**
 * Blocks that say the same keep together, as many of them as keep their order; between two of these, blocks of one kind
 * become each other in order.
 * @returns for each new block the position of the old one, rising; undefined for a block that is new
 */
export function align(old: readonly Comparable[], now: readonly Comparable[]): (number | undefined)[] {
  const pairs: (number | undefined)[] = now.map(() => undefined);
  for (const [i, j] of longestCommon(old, now)) pairs[j] = i;
  let from = 0;
  for (let j = 0; j < now.length; j++) {
    if (pairs[j] === undefined) {
      const next = pairs.find((i, at) => at > j && i !== undefined) ?? old.length;
      const found = old.findIndex(({ kind }, i) => i >= from && i < next && kind === now[j].kind);
      if (found >= 0) pairs[j] = found;
    }
    if (pairs[j] !== undefined) from = pairs[j]! + 1;
  }
  return pairs;
}

/** The longest common subsequence by words, as pairs of positions. Equal heads and tails, most of a text, cost nothing. */
function longestCommon(old: readonly Comparable[], now: readonly Comparable[]): [number, number][] {
  const same = (i: number, j: number): boolean => old[i].words === now[j].words;
  let head = 0;
  while (head < old.length && head < now.length && same(head, head)) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    same(old.length - 1 - tail, now.length - 1 - tail)
  )
    tail++;
  const [rows, columns] = [old.length - head - tail, now.length - head - tail];
  // length[i][j]: how many the rests from i and j have in common.
  const length = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      length[i][j] = same(head + i, head + j)
        ? length[i + 1][j + 1] + 1
        : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const pairs: [number, number][] = Array.from({ length: head }, (_, i) => [i, i]);
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (same(head + i, head + j)) pairs.push([head + i++, head + j++]);
    else if (length[i + 1][j] >= length[i][j + 1]) i++;
    else j++;
  }
  for (let k = tail; k > 0; k--) pairs.push([old.length - k, now.length - k]);
  return pairs;
}
