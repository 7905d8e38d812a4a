/** A OneGate of one service on a local port, which answers like the original as far as the scripts ask. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Service {
  /** User template of the SuperLink; undefined while the VM has published nothing. */
  superlink?: Record<string, string>;
  /** VM ids of the SuperNodes, in the order of the `nodes` array. */
  supernodes?: number[];
}

export interface OneGateBehaviour extends Service {
  /** Status of an answer, by request; 200 for a request that is not listed. */
  status?: Partial<Record<'GET /vm' | 'GET /service' | 'PUT /vm', number>>;
  /** The SuperLink is in the answers only from this service query on, counted from 1. */
  readyAfter?: number;
}

export interface FakeOneGate {
  url: string;
  /** Attributes of each successful PUT. */
  published: Record<string, string>[];
  /** Number of service queries so far. */
  queries: number;
  close(): Promise<void>;
}

export const TOKEN = 'token-of-the-vm';

export async function startOneGate(behaviour: OneGateBehaviour): Promise<FakeOneGate> {
  const gate: FakeOneGate = { url: '', published: [], queries: 0, close: () => closeServer(server) };
  const server = createServer((request, response) => {
    void answer(request, behaviour, gate).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  gate.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return gate;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
}

async function answer(
  request: IncomingMessage,
  behaviour: OneGateBehaviour,
  gate: FakeOneGate,
): Promise<{ status: number; body: string }> {
  const body = await readBody(request);
  if (request.headers['x-onegate-token'] !== TOKEN || !request.headers['x-onegate-vmid'])
    return { status: 401, body: '' };
  const { pathname, searchParams } = new URL(request.url!, 'http://onegate');
  const name = `${request.method} ${pathname}` as keyof NonNullable<OneGateBehaviour['status']>;
  if (name === 'GET /service') gate.queries++;
  const status = behaviour.status?.[name] ?? 200;
  if (status !== 200) return { status, body: '' };
  if (name === 'PUT /vm') gate.published.push(readAttributes(body));
  if (name === 'GET /service')
    return { status, body: serviceJson(behaviour, gate.queries, searchParams.has('extended')) };
  return { status, body: '{}' };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Reads template text: one attribute a line, the value in double quotes. */
function readAttributes(body: string): Record<string, string> {
  const lines = body.split('\n').filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const match = /^(\w+) ?= ?"(.*)"$/.exec(line);
      if (!match) throw new Error(`not an attribute of template text: ${line}`);
      return [match[1], match[2]];
    }),
  );
}

/** Without `extended` OneGate leaves the user templates out, as spec/08, Section 7 says. */
function serviceJson(
  { superlink, supernodes = [101, 102], readyAfter = 1 }: OneGateBehaviour,
  query: number,
  extended: boolean,
): string {
  const userTemplate = superlink && query >= readyAfter ? superlink : {};
  const node = (id: number, template: Record<string, string>) => ({
    deploy_id: id,
    running: true,
    vm_info: { VM: { ID: String(id), ...(extended ? { USER_TEMPLATE: template } : {}) } },
  });
  const roles = [
    { name: 'superlink', cardinality: 1, state: '2', nodes: [node(100, userTemplate)] },
    {
      name: 'supernode',
      cardinality: supernodes.length,
      state: '1',
      nodes: supernodes.map((id) => node(id, {})),
    },
  ];
  return JSON.stringify({ SERVICE: { id: '42', name: 'Flower', roles } });
}
