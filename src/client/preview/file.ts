import { previewsFile } from '../../payloads/file-urls.ts';

/** Address of the file that holds the preview of a node: its document's for sections and steps, one for all names. */
export function previewsOf(node: string): string {
  const step = /^step:(.+)\/[^/]+$/.exec(node);
  const section = /^([^:#]+)#/.exec(node);
  return previewsFile(step?.[1] ?? section?.[1]);
}
