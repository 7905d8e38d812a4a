/** Boots the scripts of the documents in one situation each, and gives what goes wrong. */
import type { GraphView } from '#specgraph';
import { startOneGate, type OneGateBehaviour } from '../boot/fake-onegate.ts';
import type { Appliance } from '../boot/scripts-of-documents.ts';
import {
  createVirtualMachine,
  type BootResult,
  type Hardware,
  type VirtualMachine,
} from '../boot/virtual-machine.ts';

const PUBLISHED = { FL_READY: 'YES', FL_ENDPOINT: '192.168.1.100:9092', FL_TLS: 'NO' };

interface Situation {
  appliance: Appliance;
  context?: Record<string, string>;
  hardware?: Hardware;
  oneGate?: OneGateBehaviour;
  boots?: number;
}

/** Boots a VM, several times if asked, and gives the results in their order to `judge` while the VM exists. */
async function bootAnd<T>(
  graph: GraphView,
  { appliance, context = {}, hardware, oneGate = { superlink: PUBLISHED }, boots = 1 }: Situation,
  judge: (results: BootResult[], vm: VirtualMachine) => T | Promise<T>,
): Promise<T> {
  const gate = await startOneGate(oneGate);
  const vm = await createVirtualMachine(graph, appliance, hardware);
  try {
    const results: BootResult[] = [];
    for (let i = 0; i < boots; i++) results.push(await vm.boot({ ONEGATE_ENDPOINT: gate.url, ...context }));
    return await judge(results, vm);
  } finally {
    await vm.remove();
    await gate.close();
  }
}

export function discoveryLeavesNoAddress(graph: GraphView): Promise<string[]> {
  return bootAnd(graph, { appliance: 'edge' }, ([{ status, log }]) =>
    status === 0 ? [] : [log.split('\n').at(-2) ?? 'the boot fails'],
  );
}

export function edgeVariablesAreIgnored(graph: GraphView): Promise<string[]> {
  return bootAnd(graph, { appliance: 'edge', context: { FL_EDGE_MAX_BACKOFF: '60' } }, ([{ log }]) =>
    log.split('\n').filter((line) => line.includes('this is not the edge image')),
  );
}

export function pullsAtSecondBoot(graph: GraphView): Promise<string[]> {
  const image = 'flwr/superlink:1.26.0-py3.13-ubuntu24.04';
  return bootAnd(
    graph,
    {
      appliance: 'superlink',
      context: { FLOWER_VERSION: '1.26.0' },
      hardware: { registry: [image] },
      boots: 2,
    },
    // The calls of the second boot follow those of the first.
    ([, { calls }]) => calls.filter((call) => call === `docker pull ${image}`).slice(1),
  );
}

export function waitsWithoutWarning(graph: GraphView): Promise<string[]> {
  return bootAnd(graph, { appliance: 'superlink', context: { FL_MIN_EVALUATE_CLIENTS: '5' } }, ([{ log }]) =>
    /\[WARN\].*FL_MIN_EVALUATE_CLIENTS/.test(log)
      ? []
      : ['nothing warns that the first round waits in its evaluation'],
  );
}

export function keysWrittenTwice(graph: GraphView): Promise<string[]> {
  return bootAnd(graph, { appliance: 'supernode' }, async (_, vm) => {
    const text = await vm.read('/opt/flower/config/supernode.env');
    const keys = [...text.matchAll(/^(\w+)=/gm)].map(([, key]) => key);
    return keys.filter((key, i) => keys.indexOf(key) < i);
  });
}
