/** Boots an appliance of the documents against a fake OneGate; used by the tests of the boot sequences. */
import { afterEach } from 'vitest';
import { realSpecification } from '../../helpers/real-specification.ts';
import { startOneGate, type FakeOneGate, type OneGateBehaviour } from './fake-onegate.ts';
import type { Appliance } from './scripts-of-documents.ts';
import {
  createVirtualMachine,
  missingPrograms,
  type BootResult,
  type Hardware,
  type VirtualMachine,
} from './virtual-machine.ts';

export const spec = await realSpecification();

/** Programs that this machine lacks; the boot tests are skipped when there are any. */
export const MISSING = missingPrograms();
if (MISSING.length > 0) console.warn(`Boot tests are skipped: ${MISSING.join(', ')} not found.`);

export interface Scenario {
  context?: Record<string, string>;
  hardware?: Hardware;
  /** False: nothing listens at the address of OneGate. */
  oneGate?: OneGateBehaviour | false;
}

export interface Booted extends BootResult {
  vm: VirtualMachine;
  gate: FakeOneGate;
  /** Seconds of each wait, in their order. */
  waits: number[];
  /** The `ExecStart` line of the unit of the container. */
  execStart: string;
  /** Boots the same VM again with the same OneGate. */
  again(context?: Record<string, string>): Promise<Booted>;
}

/** A SuperLink without TLS that has published its address. */
export const PUBLISHED = { FL_READY: 'YES', FL_ENDPOINT: '192.168.1.100:9092', FL_TLS: 'NO' };

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(cleanups.splice(0).map((clean) => clean()));
});

export async function boot(appliance: Appliance, scenario: Scenario = {}): Promise<Booted> {
  const gate = await startOneGate(scenario.oneGate || { superlink: PUBLISHED });
  if (scenario.oneGate === false) await gate.close();
  const vm = await createVirtualMachine(spec.graph, appliance, scenario.hardware);
  cleanups.push(vm.remove, gate.close);
  const bootOnce = async (context: Record<string, string>): Promise<Booted> => {
    const result = await vm.boot({ ONEGATE_ENDPOINT: gate.url, ...context });
    const unit = `/etc/systemd/system/flower-${appliance === 'superlink' ? 'superlink' : 'supernode'}.service`;
    return {
      ...result,
      vm,
      gate,
      waits: result.calls.filter((call) => call.startsWith('sleep ')).map((call) => Number(call.slice(6))),
      execStart: /^ExecStart=(.*)$/m.exec(await vm.read(unit))?.[1] ?? '',
      again: (changed = context) => bootOnce(changed),
    };
  };
  return bootOnce(scenario.context ?? {});
}
