/** The boot of the SuperNode on the edge image: discovery as spec/14, Section 3, describes it. */
import { describe, expect, test } from 'vitest';
import { boot, MISSING, PUBLISHED, spec } from './scenario.ts';
import { createVirtualMachine } from './virtual-machine.ts';

describe.skipIf(MISSING.length > 0)('the discovery of the edge image', () => {
  test('doubles its waits up to the cap and leaves the address to the boot', async () => {
    const { status, waits, execStart } = await boot('edge', {
      oneGate: { superlink: PUBLISHED, readyAfter: 8 },
    });
    expect(waits).toEqual([10, 20, 40, 80, 160, 300, 300]);
    expect(execStart).toContain('--superlink 192.168.1.100:9092');
    expect(execStart).toContain('partition-id=0 num-partitions=2');
    expect(status).toBe(0);
  });

  test.each([
    ['45', [10, 20, 40, 45]],
    ['5', [5, 5, 5, 5]],
  ])('caps the waits at %s s', async (cap, expected) => {
    const { waits } = await boot('edge', {
      oneGate: { superlink: PUBLISHED, readyAfter: 5 },
      context: { FL_EDGE_MAX_BACKOFF: cap },
    });
    expect(waits).toEqual(expected);
  });

  test('never stops and never waits less than the cap after many attempts', async () => {
    const vm = await createVirtualMachine(spec.graph, 'edge');
    const output = await vm.run(`
      query_onegate_for_superlink() { endpoint=""; if (($1 == 70)); then endpoint=192.168.1.100:9092; fi; }
      sleep() { echo "wait $1"; }
      discover_superlink
      echo "address \${SUPERLINK_ADDRESS}"`);
    await vm.remove();
    const waits = [...output.matchAll(/^wait (\d+)$/gm)].map((match) => Number(match[1]));
    expect(waits).toHaveLength(69);
    expect(new Set(waits.slice(5))).toEqual(new Set([300]));
    expect(output).toContain('address 192.168.1.100:9092');
  });

  test('gives up after 30 attempts with the fixed strategy', async () => {
    const { status, waits, gate, log } = await boot('edge', {
      oneGate: {},
      context: { FL_EDGE_BACKOFF: 'fixed', FL_EDGE_MAX_BACKOFF: '60' },
    });
    expect(gate.queries).toBe(30);
    expect(waits).toEqual(Array.from({ length: 29 }, () => 10));
    expect(log).toContain('FL_EDGE_MAX_BACKOFF ignored -- FL_EDGE_BACKOFF is fixed');
    expect(log).toContain('SuperLink discovery timed out after 30 attempts (5 minutes).');
    expect(status).not.toBe(0);
  });

  test('enters the loop with a warning when the pre-check fails', async () => {
    const { status, log, waits } = await boot('edge', {
      oneGate: { superlink: PUBLISHED, readyAfter: 2, status: { 'GET /vm': 503 } },
    });
    expect(log).toContain('(status 503). Discovery keeps trying.');
    expect(waits).toEqual([10]);
    expect(status).toBe(0);
  });

  test('fails at once when the pre-check fails with the fixed strategy', async () => {
    const { status, waits } = await boot('edge', { oneGate: false, context: { FL_EDGE_BACKOFF: 'fixed' } });
    expect(waits).toEqual([]);
    expect(status).not.toBe(0);
  });

  test('fails at once without a token: waiting does not repair the configuration', async () => {
    const { status, log } = await boot('edge', { hardware: { noToken: true } });
    expect(log).toContain('No SuperLink address');
    expect(status).not.toBe(0);
  });

  test('ignores both variables with a static address, and says so', async () => {
    const { status, log, gate } = await boot('edge', {
      context: { FL_SUPERLINK_ADDRESS: '10.10.9.0:9092', FL_EDGE_MAX_BACKOFF: '60' },
    });
    expect(log).toContain('FL_EDGE_MAX_BACKOFF ignored -- FL_SUPERLINK_ADDRESS is set, no discovery');
    expect(gate.queries).toBe(0);
    expect(status).toBe(0);
  });
});
