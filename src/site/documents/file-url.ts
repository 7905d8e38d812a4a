import type { DocumentFacts } from '#specgraph';
import type { Snapshot } from '../snapshot.ts';
import { urls } from '../urls.ts';

/** The URL of a file that a document refers to and that is no document; undefined where the site does not hold it. */
export function fileUrl(
  url: string,
  { path }: Pick<DocumentFacts, 'path'>,
  snapshot: Pick<Snapshot, 'linkedFile'>,
): string | undefined {
  const below = snapshot.linkedFile(url, path);
  return below === undefined ? undefined : urls.file(below) + (/[?#].*$/s.exec(url)?.[0] ?? '');
}
