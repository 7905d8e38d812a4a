import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { sendMissingPieces } from '../../src/integration/live/send-missing-pieces.ts';
import {
  HELD_PIECES_HEADER,
  markPieces,
  namesOfPieces,
  omitPieces,
  parseMark,
} from '../../src/payloads/pieces.ts';

const PAGE = `<main>${markPieces([
  { name: 'a1', html: '<p>A</p>' },
  { name: 'b-2', html: '<p>B</p>' },
  { name: 'a1', html: '<p>A</p>' },
])}</main>`;

describe('an article in pieces', () => {
  it('has a mark before each piece and one after the last', () => {
    expect(PAGE).toBe(
      '<main><!--piece:a1--><p>A</p>\n<!--piece:b-2--><p>B</p>\n<!--piece:a1--><p>A</p>\n<!--piece:--></main>',
    );
  });

  it.each([
    ['nothing', '', PAGE],
    ['a piece that stands once', 'b-2', PAGE.replace('<!--piece:b-2--><p>B</p>\n', '<!--same:b-2-->')],
    ['a piece as often as it is there', 'a1', PAGE.replace('<!--piece:a1--><p>A</p>\n', '<!--same:a1-->')],
    ['all', 'a1 b-2 a1', '<main><!--same:a1--><!--same:b-2--><!--same:a1--><!--piece:--></main>'],
    ['pieces that the page has no more', 'gone', PAGE],
  ])('is sent without what a page has: %s', (_what, have, rest) => expect(omitPieces(PAGE, have)).toBe(rest));

  it('is sent whole when it has no marks', () => expect(omitPieces('<p>A</p>', 'a1')).toBe('<p>A</p>'));

  it('is parsed by its marks', () => {
    expect(parseMark('piece:b-2')).toEqual({ name: 'b-2', omitted: false });
    expect(parseMark('same:b-2')).toEqual({ name: 'b-2', omitted: true });
    expect(parseMark('piece:')).toEqual({ name: '', omitted: false });
    for (const other of ['', 'piece', 'piece:a b', ' piece:a', 'a piece:a'])
      expect(parseMark(other)).toBeUndefined();
  });

  it('names no more pieces than a header can hold', () => {
    expect(namesOfPieces(['a1', '', 'b-2'])).toBe('a1 b-2');
    expect(namesOfPieces(Array.from({ length: 5000 }, () => '12345678')).length).toBeLessThan(10_000);
  });
});

describe('the handler of the dev server', () => {
  const answer = async (render: RequestListener, have?: string) => {
    const server = createServer((request, response) =>
      sendMissingPieces(request, response, () => render(request, response)),
    );
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      headers: have === undefined ? {} : { [HELD_PIECES_HEADER]: have },
    });
    const text = await response.text();
    await new Promise((resolve) => server.close(resolve));
    return {
      status: response.status,
      text,
      type: response.headers.get('content-type'),
      length: response.headers.get('content-length'),
    };
  };
  /** Answers as Astro does: the head first, then the page in parts of text and bytes. */
  const streamed: RequestListener = (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': Buffer.byteLength(PAGE) });
    response.write(PAGE.slice(0, 20));
    response.write(Buffer.from(PAGE.slice(20, 40)));
    response.end(PAGE.slice(40));
  };

  it('sends the whole page when the request names no pieces', async () => {
    expect(await answer(streamed)).toEqual({
      status: 200,
      text: PAGE,
      type: 'text/html',
      length: String(Buffer.byteLength(PAGE)),
    });
  });

  it('sends the missing pieces, however the response was written', async () => {
    const { status, text, type } = await answer(streamed, 'a1 b-2');
    expect({ status, text, type }).toEqual({
      status: 200,
      text: omitPieces(PAGE, 'a1 b-2'),
      type: 'text/html',
    });
  });

  it('keeps the status and the content of a page without pieces', async () => {
    const missing: RequestListener = (_request, response) => {
      response.statusCode = 404;
      response.setHeader('content-length', 7);
      response.end('Nothing');
    };
    expect(await answer(missing, 'a1')).toMatchObject({ status: 404, text: 'Nothing' });
  });
});
