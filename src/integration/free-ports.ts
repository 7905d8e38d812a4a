/** Ports that servers of several sites will get: each names the others before any of them runs. */
import { createServer } from 'node:net';

/** The highest port that there is. */
const LAST_PORT = 65_535;

/**
 * The first free ports of this machine.
 * @param first where to begin to look
 * @throws Error where there are not enough
 */
export async function freePorts(first: number, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let port = first; found.length < count; port++) {
    if (port > LAST_PORT) throw new Error(`no ${count} ports are free from ${first} on`);
    if (await isFree(port)) found.push(port);
  }
  return found;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
}
