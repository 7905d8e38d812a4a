/** `validate_config` of spec/03, Section 8: each rule of its tables, with the message that the table states. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MISSING, spec } from './scenario.ts';
import type { Appliance } from './scripts-of-documents.ts';
import { createVirtualMachine, type VirtualMachine } from './virtual-machine.ts';

/** A setting of the context, and the lines that validation must log for it. */
interface Case {
  appliance: Appliance;
  context: Record<string, string>;
  /** Beginnings of ERROR lines in their order; none: the configuration is accepted. */
  errors?: string[];
  /** Beginnings of WARN and INFO lines. */
  remarks?: string[];
}

const SUPERLINK = [
  'FL_NUM_ROUNDS',
  'FL_STRATEGY',
  'FL_FLEET_API_ADDRESS',
  'FL_CONTROL_API_ADDRESS',
  'FL_DATABASE',
];

/** Values that each row of the table must refuse. `FL_DATABASE` and `FL_CHECKPOINT_PATH` refuse the empty value only. */
const REFUSED: Record<string, string[]> = {
  FLOWER_VERSION: ['latest', 'v1.25.0', '1.25'],
  FL_NUM_ROUNDS: ['0', '-1', '1.5', 'x', '03'],
  FL_STRATEGY: ['fedavg', 'FaultTolerantFedAvg'],
  FL_MIN_FIT_CLIENTS: ['0', 'two'],
  FL_MIN_EVALUATE_CLIENTS: ['0', '1.0'],
  FL_MIN_AVAILABLE_CLIENTS: ['-2'],
  FL_FLEET_API_ADDRESS: ['9092', ':9092', '0.0.0.0:0', '0.0.0.0:65536', '[::]:9092'],
  FL_CONTROL_API_ADDRESS: ['0.0.0.0', '0.0.0.0:99999'],
  FL_ISOLATION: ['thread'],
  FL_DATABASE: [''],
  FL_LOG_LEVEL: ['info', 'WARN'],
  FL_SUPERLINK_ADDRESS: ['10.0.0.1', 'host:'],
  FL_NODE_CONFIG: ['partition-id', '=1', 'a='],
  FL_MAX_RETRIES: ['-1', '1.5'],
  FL_MAX_WAIT_TIME: ['ten'],
  FL_TLS_ENABLED: ['true', '1'],
  FL_SSL_CA_CERTFILE: ['%%%', 'bm90IGEgY2VydGlmaWNhdGU='],
  ML_FRAMEWORK: ['torch'],
  FL_USE_CASE: ['images'],
  FL_PROXIMAL_MU: ['-1', '1.', '1e-3'],
  FL_SERVER_LR: ['0', '0.0', 'fast'],
  FL_CLIENT_LR: ['0', '-0.1'],
  FL_NUM_MALICIOUS: ['-1', '1.5', '08'],
  FL_TRIM_BETA: ['0', '0.5', '0.7', 'x'],
  FL_CHECKPOINT_ENABLED: ['on'],
  FL_CHECKPOINT_INTERVAL: ['0', 'x'],
  FL_CHECKPOINT_PATH: [''],
  FL_GPU_ENABLED: ['maybe'],
  FL_CUDA_VISIBLE_DEVICES: ['0, 1', 'gpu0'],
  FL_GPU_MEMORY_FRACTION: ['1.1', 'half'],
  FL_GRPC_KEEPALIVE_TIME: ['0', 'x'],
  FL_GRPC_KEEPALIVE_TIMEOUT: ['0', '60'],
  FL_CERT_EXTRA_SAN: ['10.0.0.1', 'IP:::1', 'DNS:*.example.com'],
  FL_LOG_FORMAT: ['JSON'],
  FL_METRICS_ENABLED: ['y'],
  FL_METRICS_PORT: ['80', '9092', '65536', 'x'],
  FL_DCGM_ENABLED: ['y'],
  FL_EDGE_BACKOFF: ['linear'],
  FL_EDGE_MAX_BACKOFF: ['0', '1.5'],
};

/** Settings that a rule needs besides its own variable. */
const BESIDES: Record<string, Record<string, string>> = {
  FL_CHECKPOINT_INTERVAL: { FL_CHECKPOINT_ENABLED: 'YES' },
  FL_CHECKPOINT_PATH: { FL_CHECKPOINT_ENABLED: 'YES' },
};

/** Messages of the table of rules, by variable: code spans of its last column. */
function messagesOfTable(): Map<string, string[]> {
  const section = spec.graph.section(spec.graph.document('03')!.id, 'Validation Rules by Variable')!;
  const lines = spec
    .text('spec/03-contextualization-reference.md')
    .split('\n')
    .slice(section.range.line, section.endLine);
  const rows = lines.flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/);
    const name = /^ `([A-Z_]+)` $/.exec(cells[1] ?? '')?.[1];
    const message = /^ `(.*?)`(?:,.*)? $/.exec(cells[5] ?? '')?.[1];
    return name && message ? [{ name, message: message.replaceAll('\\|', '|') }] : [];
  });
  return new Map(
    [...Map.groupBy(rows, ({ name }) => name)].map(([name, own]) => [
      name,
      own.map(({ message }) => message),
    ]),
  );
}

const machines = new Map<Appliance, VirtualMachine>();

/** Runs validation once for each case; one shell serves all cases of an appliance. */
async function validate(cases: Case[]): Promise<string[]> {
  const logs: string[] = [];
  for (const [appliance, own] of Map.groupBy(cases, (one) => one.appliance)) {
    const role = appliance === 'superlink' ? 'superlink' : 'supernode';
    const script = own
      .map(({ context }) => {
        const settings = Object.entries(context).map(
          ([name, value]) => `export ${name}='${value.replaceAll("'", String.raw`'\''`)}'`,
        );
        return `(${[...settings, 'publish_onegate() { :; }', `validate_config ${role} ${appliance === 'edge' ? 'edge' : 'standard'}`].join('; ')}) || true; echo ---`;
      })
      .join('\n');
    const output = (await machines.get(appliance)!.run(script)).split('---\n');
    own.forEach((one, i) => (logs[cases.indexOf(one)] = output[i]));
  }
  return logs;
}

const linesOf = (log: string, level: string): string[] =>
  log
    .split('\n')
    .flatMap((line) => new RegExp(String.raw`\[${level}\] \[test\] (.*)$`).exec(line)?.[1] ?? []);

async function expectCases(cases: Case[]): Promise<void> {
  const logs = await validate(cases);
  cases.forEach(({ context, errors = [], remarks = [] }, i) => {
    const found = linesOf(logs[i], 'ERROR');
    expect(
      found.map((line, at) => line.slice(0, errors[at]?.length)),
      JSON.stringify(context),
    ).toEqual(errors);
    const others = [...linesOf(logs[i], 'WARN'), ...linesOf(logs[i], 'INFO')];
    for (const remark of remarks)
      expect(
        others.some((line) => line.startsWith(remark)),
        `${JSON.stringify(context)}: ${remark}\n${logs[i]}`,
      ).toBe(true);
    const end =
      errors.length > 0
        ? `Configuration validation failed: ${errors.length} error(s). Boot aborted.`
        : 'Configuration validation passed.';
    expect(logs[i], JSON.stringify(context)).toContain(end);
  });
}

describe.skipIf(MISSING.length > 0)('validation of the context variables', () => {
  beforeAll(async () => {
    for (const appliance of ['superlink', 'supernode', 'edge'] as const)
      machines.set(appliance, await createVirtualMachine(spec.graph, appliance));
  });
  afterAll(async () => {
    await Promise.all([...machines.values()].map((vm) => vm.remove()));
  });

  const messages = messagesOfTable();
  const applianceOf = (name: string): Appliance => {
    const definitions = spec.graph.definitions.filter((one) => one.name === name && one.counted);
    const isOnSuperNode =
      definitions.some(({ components }) => components.includes('SuperNode')) || name === 'FL_USE_CASE';
    return isOnSuperNode && !SUPERLINK.includes(name) ? 'supernode' : 'superlink';
  };

  test('the table of rules has a row for each variable of this test and no other', () => {
    expect(
      [...messages.keys()].filter((name) => name !== 'FL_SSL_CERTFILE' && name !== 'FL_SSL_KEYFILE'),
    ).toEqual(Object.keys(REFUSED));
  });

  test('each rule refuses what its row says, with its message', async () => {
    const cases = Object.entries(REFUSED).flatMap(([name, values]) =>
      values.map((value): Case => {
        const own = messages.get(name)!;
        // The second row of the timeout compares it with the interval.
        const message = name === 'FL_GRPC_KEEPALIVE_TIMEOUT' && value === '60' ? own[1] : own[0];
        return {
          appliance: applianceOf(name),
          context: { ...BESIDES[name], [name]: value },
          errors: [message.replaceAll('${VALUE}', value)],
        };
      }),
    );
    await expectCases(cases);
  });

  test('every default passes every rule without a remark', async () => {
    const defaults = (appliance: 'SuperLink' | 'SuperNode'): Record<string, string> =>
      Object.fromEntries(
        spec.graph.definitions
          .filter(
            (one) =>
              one.components.includes(appliance) &&
              one.fields.default &&
              one.fields.default !== '(empty)' &&
              one.fields.userInput,
          )
          .map((one) => [one.name, String(one.fields.default)]),
      );
    const [superlink, supernode, unset] = await validate([
      { appliance: 'superlink', context: defaults('SuperLink') },
      { appliance: 'supernode', context: defaults('SuperNode') },
      { appliance: 'supernode', context: {} },
    ]);
    for (const log of [superlink, supernode, unset]) {
      expect(log).not.toMatch(/WARN|ERROR|FATAL|ignored/);
      expect(log).toContain('Configuration validation passed.');
    }
  });

  test('rules that join variables', async () => {
    const byzantine = (strategy: string, factor: number, f: number, n: number): string =>
      `FL_STRATEGY=${strategy} requires FL_MIN_AVAILABLE_CLIENTS >= ${factor}f+3. With FL_NUM_MALICIOUS=${f} at least ${factor * f + 3} clients are required, but FL_MIN_AVAILABLE_CLIENTS is ${n}.`;
    const pair =
      "FL_USE_CASE 'anomaly-detection' requires ML_FRAMEWORK 'sklearn', but ML_FRAMEWORK is set to 'pytorch'";
    const noImage = (useCase: string): string =>
      `FL_USE_CASE '${useCase}' requires a framework image, this image contains no use case.`;
    await expectCases([
      {
        appliance: 'superlink',
        context: { FL_STRATEGY: 'Krum', FL_NUM_MALICIOUS: '1', FL_MIN_AVAILABLE_CLIENTS: '4' },
        errors: [byzantine('Krum', 2, 1, 4)],
      },
      {
        appliance: 'superlink',
        context: { FL_STRATEGY: 'Krum', FL_NUM_MALICIOUS: '1', FL_MIN_AVAILABLE_CLIENTS: '5' },
      },
      {
        appliance: 'superlink',
        context: { FL_STRATEGY: 'Bulyan', FL_NUM_MALICIOUS: '2', FL_MIN_AVAILABLE_CLIENTS: '10' },
        errors: [byzantine('Bulyan', 4, 2, 10)],
      },
      {
        appliance: 'superlink',
        context: { FL_SSL_CERTFILE: 'eA==' },
        remarks: ['FL_SSL_CERTFILE ignored -- FL_SSL_CA_CERTFILE is not set'],
      },
      {
        appliance: 'supernode',
        context: { FL_GRPC_KEEPALIVE_TIME: '15' },
        errors: ["Invalid FL_GRPC_KEEPALIVE_TIMEOUT: '20'. Must be less than FL_GRPC_KEEPALIVE_TIME."],
      },
      // Every violated rule is an error of its own.
      {
        appliance: 'supernode',
        context: { FL_USE_CASE: 'anomaly-detection' },
        errors: [pair, noImage('anomaly-detection')],
      },
      {
        appliance: 'supernode',
        context: { FL_USE_CASE: 'image-classification', ML_FRAMEWORK: 'tensorflow' },
        errors: [noImage('image-classification')],
      },
      {
        appliance: 'superlink',
        context: { FL_NUM_ROUNDS: '0', FL_TRIM_BETA: '1' },
        errors: ['Invalid FL_NUM_ROUNDS', 'Invalid FL_TRIM_BETA'],
      },
    ]);
  });

  test('what is remarked and does not stop the boot', async () => {
    await expectCases([
      {
        appliance: 'superlink',
        context: { FL_MIN_FIT_CLIENTS: '3' },
        remarks: ['FL_MIN_FIT_CLIENTS (3) is greater than FL_MIN_AVAILABLE_CLIENTS (2).'],
      },
      {
        appliance: 'superlink',
        context: { FL_MIN_EVALUATE_CLIENTS: '5' },
        remarks: [
          'FL_MIN_EVALUATE_CLIENTS (5) is greater than FL_MIN_AVAILABLE_CLIENTS (2). The first round waits in its evaluation',
        ],
      },
      {
        appliance: 'superlink',
        context: { FL_STRATEGY: 'Bulyan' },
        remarks: [
          'FL_STRATEGY=Bulyan with FL_NUM_MALICIOUS=0',
          'Bulyan aggregates nothing with fewer than 3 clients',
        ],
      },
      {
        appliance: 'superlink',
        context: { FL_STRATEGY: 'FedProx', FL_PROXIMAL_MU: '0.0' },
        remarks: [
          'FedProx: pre-built FABs',
          'FL_STRATEGY=FedProx with FL_PROXIMAL_MU=0.0 is the same as FedAvg.',
        ],
      },
      {
        appliance: 'superlink',
        context: { FL_TRIM_BETA: '0.3', FL_NUM_MALICIOUS: '1' },
        remarks: ['FL_TRIM_BETA ignored', 'FL_NUM_MALICIOUS ignored'],
      },
      { appliance: 'superlink', context: { FL_METRICS_PORT: '9200' }, remarks: ['FL_METRICS_PORT ignored'] },
      {
        appliance: 'superlink',
        context: { FL_CERT_EXTRA_SAN: 'IP:10.0.0.1' },
        remarks: ['FL_CERT_EXTRA_SAN ignored -- FL_TLS_ENABLED is not YES'],
      },
      {
        appliance: 'supernode',
        context: { FL_GRPC_KEEPALIVE_TIME: '9', FL_GRPC_KEEPALIVE_TIMEOUT: '5' },
        remarks: ['FL_GRPC_KEEPALIVE_TIME=9 is aggressive.'],
      },
      {
        appliance: 'supernode',
        context: { FL_DCGM_ENABLED: 'yes' },
        remarks: ['FL_DCGM_ENABLED=YES but FL_GPU_ENABLED is not YES. DCGM will not start.'],
      },
      {
        appliance: 'supernode',
        context: { FL_CUDA_VISIBLE_DEVICES: '0' },
        remarks: ['FL_CUDA_VISIBLE_DEVICES ignored -- FL_GPU_ENABLED is not YES'],
      },
      {
        appliance: 'supernode',
        context: { FL_EDGE_BACKOFF: 'fixed' },
        remarks: ['FL_EDGE_BACKOFF ignored -- this is not the edge image'],
      },
      {
        appliance: 'edge',
        context: { FL_EDGE_BACKOFF: 'fixed', FL_EDGE_MAX_BACKOFF: '30' },
        remarks: ['FL_EDGE_MAX_BACKOFF ignored -- FL_EDGE_BACKOFF is fixed'],
      },
    ]);
  });
});
