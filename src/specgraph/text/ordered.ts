/** Order, and binary search in sorted lists: one line may have a hundred thousand references. */

/**
 * The last item for which `holds` is true.
 * @param items sorted so that `holds` is true up to some item and false after it
 */
export function lastWhere<T>(items: readonly T[], holds: (item: T) => boolean): T | undefined {
  return items[countWhere(items, holds) - 1];
}

/** Number of items at the start of the list for which `holds` is true. The list is sorted as for `lastWhere`. */
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

/** Compares two strings by UTF-16 code units, which does not depend on a locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
