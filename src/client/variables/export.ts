/** Exports the definitions that the variables table shows. */

/** The part of a definition in variables.json that the selection needs. */
export interface NamedDefinition {
  name: string;
}

export interface Formats<V extends NamedDefinition> {
  csv(variables: readonly V[]): string;
  json(variables: readonly V[]): string;
  inputs(variables: readonly V[]): string;
}

/**
 * The definitions that the table shows, in the order of the specification.
 * @param lines for each shown name, the indices of its shown definitions
 */
export function selectShown<V extends NamedDefinition>(
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

const URL_LIFETIME_MS = 1000;

/** Offers a text as a file to download. */
export function downloadFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download starts only after the click event, so the URL has to live on for a moment.
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFETIME_MS);
}
