/** URLs of the files that the script of a page fetches. */

const base = (import.meta.env?.BASE_URL ?? '/').replace(/\/?$/, '/');

/** Puts a path under the base path of the site: `route('variables/')`. */
export function route(path = ''): string {
  return base + path.replace(/^\//, '');
}

/** @param document id of a document; undefined for the file with everything outside documents */
export function previewsFile(document?: string): string {
  return route(document === undefined ? 'previews/names.json' : `previews/spec/${document}.json`);
}
