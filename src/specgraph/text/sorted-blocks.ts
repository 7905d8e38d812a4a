/** Joins lists that are sorted already. One of them changes with a key in an editor, the thousands beside it do not. */

/**
 * All items of all blocks in order. Only blocks that reach into each other are sorted again; equal items stay in the
 * order of their blocks.
 * @param blocks each sorted by `order`, in any order among themselves
 */
export function joinSorted<T>(blocks: readonly (readonly T[])[], order: (a: T, b: T) => number): T[] {
  const joined: T[] = [];
  for (const group of overlappingBlocks(blocks, order)) {
    const items = group.length === 1 ? group[0] : group.flat().sort(order);
    for (const item of items) joined.push(item);
  }
  return joined;
}

/** Blocks in order, with those that reach into each other in one group. */
function overlappingBlocks<T>(
  blocks: readonly (readonly T[])[],
  order: (a: T, b: T) => number,
): (readonly T[])[][] {
  const filled = blocks.flatMap((items, position) => (items.length > 0 ? [{ items, position }] : []));
  filled.sort((a, b) => order(a.items[0], b.items[0]));
  const groups: { blocks: typeof filled; last: T }[] = [];
  for (const block of filled) {
    const last = block.items.at(-1)!;
    const group = groups.at(-1);
    if (!group || order(group.last, block.items[0]) < 0) {
      groups.push({ blocks: [block], last });
      continue;
    }
    group.blocks.push(block);
    if (order(last, group.last) > 0) group.last = last;
  }
  return groups.map((group) =>
    group.blocks.sort((a, b) => a.position - b.position).map(({ items }) => items),
  );
}
