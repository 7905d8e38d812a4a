/** Addresses of the files that the script of a page fetches by the id of a node. */

const base = (import.meta.env?.BASE_URL ?? '/').replace(/\/?$/, '/');

/** A path of the site under the base path: `route('variables/')`. */
export function route(path = ''): string {
  return base + path.replace(/^\//, '');
}

/** @param document absent for the file with everything that is no part of a document */
export function previewsFile(document?: string): string {
  return route(document === undefined ? 'previews/names.json' : `previews/spec/${document}.json`);
}
