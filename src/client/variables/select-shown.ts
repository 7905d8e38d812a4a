/** The definitions that the variables table shows. Pure. */

/** For each shown name, the indices of its shown definitions. */
export type ShownLines = ReadonlyMap<string, readonly number[]>;

/** The shown definitions, in the order of the specification. */
export function selectShown<V extends { name: string }>(all: readonly V[], lines: ShownLines): V[] {
  const counts = new Map<string, number>();
  return all.filter(({ name }) => {
    const index = counts.get(name) ?? 0;
    counts.set(name, index + 1);
    return lines.get(name)?.includes(index) ?? false;
  });
}
