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

function answers(url) {
  return new Promise((resolve) => {
    const request = get(url, (response) => {
      response.resume();
      resolve(true);
    });
    request.on('error', () => resolve(false));
  });
}
