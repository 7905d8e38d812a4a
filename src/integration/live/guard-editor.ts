/** Lets only pages of this server open files in the author's editor, and only files of the set. */
import { realpathSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { EDITOR_TOKEN_HEADER } from '../../payloads/live.ts';

const ENDPOINT = '/__open-in-editor';
/** "spec/03-name.md:120:5": the file, and the place in it. */
const FILE_AND_PLACE = /^(?<file>.*?)(?<place>(?::\d+){0,2})$/;

export interface EditorGuard {
  /** Given to the pages of this server alone. */
  token: string;
  /** The folder that relative names start at; absolute. */
  cwd: string;
  /** Absolute paths of folders and files that may be opened. */
  allowed: () => readonly string[];
}

/**
 * A middleware that runs before Vite's, which opens any file of the machine for any page that asks. The name of the file
 * becomes absolute, since the server may run in another folder.
 */
export function guardEditor({ token, cwd, allowed }: EditorGuard) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const url = new URL(request.url ?? '/', 'http://server');
    if (!decoded(url.pathname).toLowerCase().includes(ENDPOINT)) return next();
    const { file, place } = FILE_AND_PLACE.exec(url.searchParams.get('file') ?? '')!.groups!;
    const full = path.resolve(cwd, file);
    if (!isOfThisServer(request, token) || !isAllowed(full, allowed())) {
      response.statusCode = 403;
      response.end('Only pages of this server can open files of the documents.');
      return;
    }
    request.url = `${url.pathname}?file=${encodeURIComponent(full + place)}`;
    next();
  };
}

/** Browsers say where a request comes from; whatever does not say it has to know the token as well. */
function isOfThisServer({ headers, method }: IncomingMessage, token: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (headers.origin !== undefined && URL.parse(headers.origin)?.host !== headers.host) return false;
  return method === 'POST' && headers[EDITOR_TOKEN_HEADER] === token;
}

function isAllowed(file: string, allowed: readonly string[]): boolean {
  const real = realPath(file);
  return (
    real !== undefined &&
    allowed.some((one) => {
      const folder = realPath(one);
      return folder !== undefined && (real === folder || real.startsWith(folder + path.sep));
    })
  );
}

/** The path without symbolic links; undefined where there is no such file. */
function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
