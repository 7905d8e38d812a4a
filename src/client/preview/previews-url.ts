import { nodeId } from '#specgraph/query';
import { previewsFile } from '../../payloads/file-urls.ts';

/**
 * The URL of the file with the preview of a node. Each document has a file for what is part of it, such as sections and steps;
 * all other nodes share one.
 */
export function previewsUrl(id: string): string {
  const document = nodeId.documentOf(id);
  return previewsFile(document === id ? undefined : document);
}
