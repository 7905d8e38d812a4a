// Plain JavaScript that runs on Node 18, whose `fetch` prints a warning.
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const PAUSE_MS = 200;

/**
 * Asks for a page until the server answers with anything.
 *
 * @param {string} url
 * @param {() => boolean} isRunning whether there is still a server that could answer
 * @returns {Promise<boolean>} whether it has answered; false once the server does not run any more
 */
export async function waitForAnswer(url, isRunning) {
  while (isRunning()) {
    if (await answers(url)) return true;
    await wait(PAUSE_MS);
  }
  return false;
}

/**
 * Asks for a page once.
 *
 * @param {string} url
 * @param {{ timeout?: number, isAnswer?: (status: number) => boolean }} [options] milliseconds that an answer may take
 *   (any time), and whether an answer of this status counts (any)
 * @returns {Promise<boolean>} whether the server has answered
 */
export function answers(url, { timeout = 0, isAnswer = () => true } = {}) {
  return new Promise((resolve) => {
    const request = get(url, { timeout }, (response) => {
      response.resume();
      resolve(isAnswer(response.statusCode ?? 0));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
    request.on('close', () => resolve(false));
  });
}
