import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { waitForAnswer } from '../../scripts/start/answers.mjs';

let server: Server | undefined;
afterEach(
  () => new Promise<void>((resolve) => (server?.listening ? server.close(() => resolve()) : resolve())),
);

const listen = (created: Server, port = 0): Promise<number> =>
  new Promise((resolve) => {
    server = created.listen(port, '127.0.0.1', () => resolve((created.address() as AddressInfo).port));
  });

it('waits until the server listens and has answered', async () => {
  const port = await listen(createServer());
  await new Promise((resolve) => server!.close(resolve));
  const events: string[] = [];
  const waiting = waitForAnswer(`http://127.0.0.1:${port}/`, () => {
    events.push('asked');
    return true;
  }).then((answered) => events.push(`answered: ${answered}`));
  await expect.poll(() => events.length).toBeGreaterThan(1);
  expect(events).not.toContain('answered: true');
  await listen(
    createServer((_, response) => {
      events.push('request');
      response.writeHead(404).end();
    }),
    port,
  );
  await waiting;
  expect(events.slice(-2)).toEqual(['request', 'answered: true']);
});

it('gives up when the server has ended', async () => {
  const port = await listen(createServer());
  await new Promise((resolve) => server!.close(resolve));
  let asked = 0;
  expect(await waitForAnswer(`http://127.0.0.1:${port}/`, () => asked++ < 2)).toBe(false);
});
