/** A static file server on a free port, as simple as the one that publishes the site. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
};

/** An address with a broken percent escape names nothing. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** What the build writes into its folder of assets. */
const HASHED_FILE = /^_astro\//;

export interface Served {
  /** "http://127.0.0.1:40123" + base. */
  url: string;
  close(): Promise<void>;
}

/**
 * @param folder what `astro build` wrote
 * @param base path under which it is served ("/")
 * @param port 0 for any free one
 */
export function serveFolder(folder: string, base = '/', port = 0): Promise<Served> {
  const prefix = `/${base}/`.replace(/\/{2,}/g, '/');
  const read = async (url: string): Promise<{ status: number; file: string; body: Buffer }> => {
    const plain = decoded(new URL(url, 'http://x').pathname);
    const below = plain.startsWith(prefix) ? path.normalize(plain.slice(prefix.length)) : '404.html';
    const file = below === '.' || below.endsWith('/') ? path.join(below, 'index.html') : below;
    const found = file.startsWith('..')
      ? undefined
      : await readFile(path.join(folder, file)).catch(() => undefined);
    return found
      ? { status: 200, file, body: found }
      : {
          status: 404,
          file: '404.html',
          body: await readFile(path.join(folder, '404.html')).catch(() => Buffer.from('not found')),
        };
  };
  const server = createServer((request, response) => {
    void read(request.url ?? '/').then(({ status, file, body }) => {
      response
        .writeHead(status, {
          'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
          // Scripts and styles have a hash of their content in their names: a browser may keep them.
          ...(status === 200 && HASHED_FILE.test(file) ? { 'cache-control': 'max-age=600' } : {}),
        })
        .end(body);
    });
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as { port: number };
      resolve({
        url: `http://127.0.0.1:${taken}${prefix}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            // A browser opens connections in advance, and the server would wait for their first request.
            server.closeAllConnections();
          }),
      });
    });
  });
}
