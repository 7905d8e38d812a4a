/** The definitions that the table shows, as files to keep or a block to paste. */

/** A definition of variables.json, as far as it is chosen by. */
export interface Exported {
  name: string;
}

export interface Formats<V extends Exported> {
  csv(variables: readonly V[]): string;
  json(variables: readonly V[]): string;
  inputs(variables: readonly V[]): string;
}

/** The chosen definitions in the order of the specification. @param lines by name the indices among its definitions */
export function chosen<V extends Exported>(
  all: readonly V[],
  lines: ReadonlyMap<string, readonly number[]>,
): V[] {
  const seen = new Map<string, number>();
  return all.filter(({ name }) => {
    const index = seen.get(name) ?? 0;
    seen.set(name, index + 1);
    return lines.get(name)?.includes(index) ?? false;
  });
}

/** Hands a file to the reader. */
export function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser takes the address up when the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
