/** Aligns the blocks of an old and a new text: which old block is updated to which new block. */

/** The properties by which blocks are compared. */
export interface Comparable {
  /** Equal for blocks with the same content. */
  content: string;
  /** Only blocks of the same kind can be updated to each other. */
  kind: string;
}

/**
 * Pairs the longest common subsequence of blocks with the same content. Between these pairs, blocks of the same kind are
 * paired in order.
 * @returns for each new block the index of its old block, in ascending order; undefined for an added block
 */
export function align(old: readonly Comparable[], now: readonly Comparable[]): (number | undefined)[] {
  const pairs: (number | undefined)[] = now.map(() => undefined);
  for (const [i, j] of longestCommonSubsequence(old, now)) pairs[j] = i;
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

/** Pairs of indices. Equal blocks at the beginning and the end are paired first, because they are most of a text. */
function longestCommonSubsequence(
  old: readonly Comparable[],
  now: readonly Comparable[],
): [number, number][] {
  const same = (i: number, j: number): boolean => old[i].content === now[j].content;
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
  // length[i][j]: length of the longest common subsequence of the blocks from i and from j on.
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
