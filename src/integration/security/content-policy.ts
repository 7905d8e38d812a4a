/** The Content Security Policy of the pages: they run and load only what the site holds. */
import { createHash } from 'node:crypto';
import type { InlineParts } from './inline-parts.ts';

/**
 * @param inline what may stand in the pages themselves; a browser compares it by its hash
 * @param more.isHeader a header says besides who may show the page in a frame, which a page cannot say itself
 * @param more.isDev Vite writes style sheets into the pages, and its client speaks through a web socket
 */
export function contentPolicy(
  { scripts, styles }: InlineParts,
  { isHeader = false, isDev = false } = {},
): string {
  const directives: [name: string, ...sources: string[]][] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...hashesOf(scripts)],
    ['style-src', "'self'", ...(isDev ? ["'unsafe-inline'"] : hashesOf(styles))],
    // The map is painted as a picture from memory before it is saved.
    ['img-src', "'self'", 'blob:'],
    ['font-src', "'self'"],
    ['media-src', "'self'"],
    ['connect-src', "'self'", ...(isDev ? ['ws:'] : [])],
    ['manifest-src', "'self'"],
    ['worker-src', "'self'"],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
    ...(isHeader ? [['frame-ancestors', "'self'"] as [string, string]] : []),
  ];
  return directives.map((parts) => parts.join(' ')).join('; ');
}

function hashesOf(texts: readonly string[]): string[] {
  return [
    ...new Set(texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)),
  ].sort();
}
