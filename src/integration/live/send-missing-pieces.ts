/** Answers the request of an open page with only those pieces of the article that the page does not have. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { HELD_PIECES_HEADER, omitPieces } from '../../payloads/pieces.ts';

/** A middleware of the dev server. It runs before the one that renders pages, and changes what that one writes. */
export function sendMissingPieces(
  { headers: { [HELD_PIECES_HEADER]: heldPieces } }: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): void {
  if (typeof heldPieces !== 'string') return next();
  const { writeHead, write, end } = response;
  const parts: Buffer[] = [];
  const collect = (part: unknown): void => {
    if (typeof part === 'string') parts.push(Buffer.from(part));
    else if (part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) =>
      writeHead.call(response, status, withoutLength(rest.find((value) => typeof value === 'object'))),
    write: (part: unknown) => {
      collect(part);
      return true;
    },
    end: (part?: unknown) => {
      collect(part);
      Object.assign(response, { writeHead, write, end });
      if (!response.headersSent) response.removeHeader('content-length');
      return end.call(response, omitPieces(Buffer.concat(parts).toString(), heldPieces), 'utf8');
    },
  });
  next();
}

/** Removes the length of the whole page: the answer is shorter. */
function withoutLength(headers: unknown): OutgoingHttpHeaders {
  return Object.fromEntries(
    Object.entries((headers ?? {}) as OutgoingHttpHeaders).filter(
      ([name]) => name.toLowerCase() !== 'content-length',
    ),
  );
}
