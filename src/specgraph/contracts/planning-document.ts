/** Whether a contract is the front matter of a planning document. */
export function isPlanningDocument(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}
