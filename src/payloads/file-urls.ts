/** URLs of the files that the script of a page fetches. */

const base = (import.meta.env?.BASE_URL ?? '/').replace(/\/?$/, '/');

/** Puts a path under the base path of the site: `route('variables/')`. */
export function route(path = ''): string {
  return base + path.replace(/^\//, '');
}

/**
 * A document's part of the paths of its pages: its id. Signs that end or change the path of a page, and those that a
 * development server does not decode in one, are written as "~" and their code: "why?" is "why~3f". Ids have a code for a
 * sign already: "C%23" is "C~23".
 */
export function documentPath(id: string): string {
  return id
    .replace(/%(23|3A)/g, (_, code: string) => `~${code.toLowerCase()}`)
    .replace(/[?#%$&,\\\u0000-\u001f\u007f]/g, (sign) => `~${sign.charCodeAt(0).toString(16)}`);
}

/** @param document id of a document; undefined for the file with everything outside documents */
export function previewsFile(document?: string): string {
  if (document === undefined) return route('previews/names.json');
  return route(`previews/spec/${documentPath(document).split('/').map(encodeURIComponent).join('/')}.json`);
}
