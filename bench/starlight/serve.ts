/** A server for both sites that sends files with gzip, as usual web servers do. */
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.xml': 'text/xml',
};
const COMPRESSED = /^(?:text|application)|svg/;

export async function serveCompressed(folder: string): Promise<{ url: string; close(): void }> {
  const kept = new Map<string, Buffer | undefined>();
  const server: Server = createServer((request, response) => {
    void (async () => {
      const asked = path.normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
      const file = asked.endsWith('/') ? `${asked}index.html` : asked;
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      if (!kept.has(file)) {
        const plain = await readFile(path.join(folder, file)).catch(() => undefined);
        kept.set(file, plain && COMPRESSED.test(type) ? gzipSync(plain, { level: 9 }) : plain);
      }
      const body = kept.get(file);
      if (!body) return response.writeHead(404).end();
      return response
        .writeHead(200, {
          'content-type': type,
          ...(COMPRESSED.test(type) ? { 'content-encoding': 'gzip' } : {}),
          'content-length': body.length,
          'cache-control': 'max-age=600',
        })
        .end(body);
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
