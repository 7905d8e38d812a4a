/** Names of files that are documents. */

const DOCUMENT = /\.(?:md|markdown|mdx)$/i;

/** Whether a file of this name is read as a document. */
export function isDocument(name: string): boolean {
  return DOCUMENT.test(name);
}

/** "a/b.md" gives "a/b". */
export function withoutDocumentExtension(path: string): string {
  return path.replace(DOCUMENT, '');
}

/** Whether a document is written in MDX: Markdown with JSX and expressions of JavaScript. */
export function isMdx(path: string): boolean {
  return /\.mdx$/i.test(path);
}

/** The baseline of a folder, which is used without being named: the findings that are known and not reported. */
export const BASELINE_FILE = 'specgraph.baseline.json';
