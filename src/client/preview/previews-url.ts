import { nodeId } from '#specgraph/query';
import { previewsFile } from '../../payloads/file-urls.ts';

/** The URL of the file with the preview of a node. Each document has a file for its sections and steps; all other nodes share one. */
export function previewsUrl(id: string): string {
  const isPartOfDocument = ['section', 'step'].includes(nodeId.kindOf(id));
  return previewsFile(isPartOfDocument ? nodeId.documentOf(id) : undefined);
}
