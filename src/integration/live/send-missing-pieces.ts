/** Of a page that is asked for by one that is open, only the pieces that it has not are sent. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { HELD_PIECES_HEADER, omitPieces } from '../../payloads/pieces.ts';

/** A handler of the dev server, ahead of the one that renders pages. */
export function sendMissingPieces(
  { headers: { [HELD_PIECES_HEADER]: have } }: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): void {
  if (typeof have !== 'string') return next();
  const { writeHead, write, end } = response;
  const parts: Buffer[] = [];
  const keep = (part: unknown): void => {
    if (typeof part === 'string') parts.push(Buffer.from(part));
    else if (part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  // A length that was told before would be that of the whole page.
  const headersOf = (value: unknown): OutgoingHttpHeaders =>
    Object.fromEntries(
      Object.entries((value ?? {}) as OutgoingHttpHeaders).filter(
        ([name]) => name.toLowerCase() !== 'content-length',
      ),
    );
  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) =>
      writeHead.call(response, status, headersOf(rest.find((value) => typeof value === 'object'))),
    write: (part: unknown) => {
      keep(part);
      return true;
    },
    end: (part?: unknown) => {
      keep(part);
      Object.assign(response, { writeHead, write, end });
      if (!response.headersSent) response.removeHeader('content-length');
      return end.call(response, omitPieces(Buffer.concat(parts).toString(), have), 'utf8');
    },
  });
  next();
}
