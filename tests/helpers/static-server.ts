/** Serves a built site as a plain web server would: index.html for folders, 404.html for what is not there. */
import { createServer, type ServerResponse } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.svg': 'image/svg+xml', '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8', '.xml': 'application/xml; charset=utf-8', '.png': 'image/png', '.woff2': 'font/woff2',
};

export interface StaticServer {
  /** Origin and base path, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/**
 * @param folder the built site
 * @param base the path it was built for
 */
export async function serveFolder(folder: string, base = '/'): Promise<StaticServer> {
  const prefix = `/${base}/`.replace(/\/{2,}/g, '/');
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    await answer(response, folder, prefix, decodeURIComponent(pathname)).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function answer(response: ServerResponse, folder: string, prefix: string, pathname: string): Promise<void> {
  const below = pathname.startsWith(prefix) ? path.join(folder, pathname.slice(prefix.length)) : undefined;
  const inside = below && !path.relative(folder, below).startsWith('..') ? below : undefined;
  const kind = inside && (await kindOf(inside));
  if (kind === 'directory' && !pathname.endsWith('/')) return void response.writeHead(301, { location: `${pathname}/` }).end();
  const file = kind === 'directory' ? path.join(inside!, 'index.html') : inside;
  if (file && (await kindOf(file)) === 'file') return send(response, 200, file);
  const lost = path.join(folder, '404.html');
  return (await kindOf(lost)) === 'file' ? send(response, 404, lost) : void response.writeHead(404).end('not found');
}

async function kindOf(file: string): Promise<'file' | 'directory' | undefined> {
  const info = await stat(file).catch(() => undefined);
  return info?.isFile() ? 'file' : info?.isDirectory() ? 'directory' : undefined;
}

async function send(response: ServerResponse, status: number, file: string): Promise<void> {
  const body = await readFile(file);
  response.writeHead(status, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'content-length': body.length }).end(body);
}
