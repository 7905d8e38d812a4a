/** Counts places without those that copies of a document repeat. */
import type { SourceRange } from '../../model/index.ts';

/**
 * Number of places; of documents with the same file name, which often are versions of one document, only those of the
 * one with the most places.
 */
export function countUses(places: readonly { range: SourceRange }[]): number {
  const byFile = Map.groupBy(places, ({ range }) => range.file);
  const most = new Map<string, number>();
  for (const [file, own] of byFile) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    most.set(name, Math.max(most.get(name) ?? 0, own.length));
  }
  return [...most.values()].reduce((sum, count) => sum + count, 0);
}
