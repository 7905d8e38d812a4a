/** Gives the pages of the dev server a Content Security Policy, as far as Vite allows it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { changeAnswer } from '../live/change-answer.ts';
import { contentPolicy } from './content-policy.ts';
import { inlineParts } from './inline-parts.ts';

/** A middleware that runs before the one that renders pages. */
export function secureAnswers(
  { headers }: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): void {
  // Only what a browser opens as a page has a policy: other answers need not wait until they are complete.
  if (headers.accept?.includes('text/html'))
    changeAnswer(response, ({ headers: own, body }) => {
      const isPage = String(own['content-type']).startsWith('text/html');
      if (!isPage || own['content-security-policy'] !== undefined) return {};
      const policy = contentPolicy(inlineParts(body.toString()), { isDev: true });
      return { headers: { ...own, 'content-security-policy': policy } };
    });
  next();
}
