/** Names of files that are documents. */

const DOCUMENT = /\.(?:md|markdown)$/i;

/** Whether a file of this name is read as a document. */
export function isDocument(name: string): boolean {
  return DOCUMENT.test(name);
}

/** "a/b.md" gives "a/b". */
export function withoutDocumentExtension(path: string): string {
  return path.replace(DOCUMENT, '');
}
