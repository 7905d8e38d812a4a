/** Order, and searching in what is in order: a line of a hundred thousand references must not be read for each of them. */

/**
 * The last item for which `holds` is true.
 * @param items such that `holds` is true up to some item and false behind it
 */
export function lastWhere<T>(items: readonly T[], holds: (item: T) => boolean): T | undefined {
  return items[countWhere(items, holds) - 1];
}

/** How many items at the head of the list `holds` is true for; the list as for `lastWhere`. */
export function countWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Order of two texts by their UTF-16 code units: the same everywhere, unlike that of a locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
