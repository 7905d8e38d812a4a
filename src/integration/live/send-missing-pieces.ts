/** Answers the request of an open page with only those pieces of the article that the page does not have. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HELD_PIECES_HEADER, omitPieces } from '../../payloads/pieces.ts';
import { changeAnswer } from './change-answer.ts';

/** A middleware of the dev server. It runs before the one that renders pages, and changes what that one writes. */
export function sendMissingPieces(
  { headers: { [HELD_PIECES_HEADER]: heldPieces } }: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): void {
  if (typeof heldPieces === 'string')
    changeAnswer(response, ({ body }) => ({ body: omitPieces(body.toString(), heldPieces) }));
  next();
}
