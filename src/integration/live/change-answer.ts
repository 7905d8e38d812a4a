/** Lets a middleware of the dev server change what a later one answers. */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

export interface Answer {
  /** Names are in lower case. */
  headers: OutgoingHttpHeaders;
  body: Buffer | string;
}

/** Holds the answer back until it is complete, and sends it with what `change` replaces. */
export function changeAnswer(
  response: ServerResponse,
  change: (answer: Answer & { body: Buffer }) => Partial<Answer>,
): void {
  const { writeHead, write, end } = response;
  const parts: Buffer[] = [];
  let status: number | undefined;
  let given: OutgoingHttpHeaders = {};
  const collect = (part: unknown): void => {
    if (typeof part === 'string') parts.push(Buffer.from(part));
    else if (part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  Object.assign(response, {
    writeHead: (code: number, ...rest: unknown[]) => {
      status = code;
      given = (rest.find((value) => typeof value === 'object') ?? {}) as OutgoingHttpHeaders;
      return response;
    },
    write: (part: unknown) => {
      collect(part);
      return true;
    },
    end: (part?: unknown) => {
      collect(part);
      Object.assign(response, { writeHead, write, end });
      const answer = {
        headers: lowerCase({ ...response.getHeaders(), ...given }),
        body: Buffer.concat(parts),
      };
      const { headers, body } = { ...answer, ...change(answer) };
      // The length may be another one now.
      response.removeHeader('content-length');
      const { 'content-length': _length, ...others } = headers;
      response.writeHead(status ?? response.statusCode, others);
      return response.end(body);
    },
  });
}

function lowerCase(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
