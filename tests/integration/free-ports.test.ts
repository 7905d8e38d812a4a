import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { freePorts } from '../../src/integration/free-ports.ts';

test('a port that is taken is passed over', async () => {
  const taken = createServer().listen(0, 'localhost');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const found = await freePorts(port, 2);
  expect(found).not.toContain(port);
  expect(new Set(found).size).toBe(2);
  taken.close();
});

test('there is an end to the ports', () =>
  expect(freePorts(65_535, 3)).rejects.toThrow('no 3 ports are free from 65535 on'));
