/** Files that documents show or link to and that are no documents: pictures, data. The site holds copies of them. */
import { cp, mkdir } from 'node:fs/promises';
import { createReadStream, realpathSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Corpus } from '#specgraph';
import { encodePath } from '#specgraph/text/destination';
import { isActive } from './security/active-files.ts';

/** Files that rendered documents refer to: absolute paths by the path below the folder of copies. */
export type LinkedFiles = Map<string, string>;

/** Folder of the site that holds the copies. */
const FILES_FOLDER = 'files';

/**
 * Finds the file that a document refers to, and notes it in `linked`.
 * @param url as the document writes it
 * @param from path of the document
 * @returns its path below the folder of copies, which is that below the repository, with ".txt" behind it for what would
 *   run in a browser; undefined for pages, other sites, and files that are hidden, lie elsewhere or do not exist
 */
export function findLinkedFile(
  url: string,
  from: string,
  {
    corpus,
    cwd,
    linked,
  }: { corpus: Pick<Corpus, 'repositoryRoot' | 'tree'>; cwd: string; linked: LinkedFiles },
): string | undefined {
  const name = decoded(url.split(/[?#]/, 1)[0]);
  if (name === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return undefined;
  const root = path.resolve(cwd, corpus.repositoryRoot);
  const file = name.startsWith('/') ? path.join(root, name) : path.resolve(cwd, path.dirname(from), name);
  const below = path.relative(root, file).split(path.sep).join('/');
  // Hidden files, such as those of git, are not published.
  if (below.startsWith('../') || path.isAbsolute(below) || /(?:^|\/)\./.test(below)) return undefined;
  if (corpus.tree.kind(path.relative(cwd, file).split(path.sep).join('/')) !== 'file') return undefined;
  if (leadsOut(file, root)) return undefined;
  const published = isActive(file) ? `${below}.txt` : below;
  linked.set(published, file);
  return published;
}

/** Whether a symbolic link at or above the file leads out of the repository. */
function leadsOut(file: string, root: string): boolean {
  const below = path.relative(realpathSync(root), realpathSync(file));
  return path.isAbsolute(below) || /^\.\.(?:[\\/]|$)/.test(below);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Copies the files into a built site. */
export async function copyLinkedFiles(linked: LinkedFiles, site: string): Promise<void> {
  for (const [below, file] of linked) {
    const target = path.join(site, FILES_FOLDER, below);
    await mkdir(path.dirname(target), { recursive: true });
    await cp(file, target, { dereference: true });
  }
}

/** Vite takes the base path off the address and keeps the whole one. */
type Request = IncomingMessage & { originalUrl?: string };

/** A middleware of the dev server that sends the files which rendered documents refer to, and no others. */
export function sendLinkedFiles(linked: LinkedFiles, base: string) {
  const prefix = `${base.replace(/\/?$/, '/')}${FILES_FOLDER}/`;
  return (request: Request, response: ServerResponse, next: () => void): void => {
    const [pathname] = (request.originalUrl ?? request.url ?? '').split('?', 1);
    const known = [...linked].find(([below]) => pathname === prefix + encodePath(below));
    if (!known) return next();
    response.setHeader(
      'content-type',
      TYPES[path.extname(known[0]).toLowerCase()] ?? 'application/octet-stream',
    );
    // A picture that is changed while the server runs is not examined again.
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    response.setHeader('x-content-type-options', 'nosniff');
    createReadStream(known[1])
      .on('error', () => next())
      .pipe(response);
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
};
