import { previewsFile } from '../../payloads/file-urls.ts';

/** The URL of the file that holds the preview of a node: one file for each document with its sections and steps, one for all other nodes. */
export function previewsUrl(node: string): string {
  const step = /^step:(.+)\/[^/]+$/.exec(node);
  const section = /^([^:#]+)#/.exec(node);
  return previewsFile(step?.[1] ?? section?.[1]);
}
