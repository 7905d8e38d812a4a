import { beforeAll, describe, expect, it, test } from 'vitest';
import { nodeId, type GraphView } from '#specgraph';
import { check, type Problem } from '../../../src/client/builder/check.ts';
import { checkFormat } from '../../../src/payloads/builder/format.ts';
import type { Condition } from '../../../src/payloads/builder/rules.ts';
import type { BuilderData } from '../../../src/payloads/builder/data.ts';
import { readInteractions } from '../../../src/site/builder/interaction-rules.ts';
import { readFormat } from '../../../src/site/builder/read-format.ts';
import { builderPage, type BuilderPage } from '../../../src/site/builder/builder-page.ts';
import { INTERACTIONS, realBuilder, stateWith } from '../../helpers/builder-data.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

let graph: GraphView;
let page: BuilderPage;
let data: BuilderData;
beforeAll(async () => {
  ({ graph } = await realSpecification());
  page = realBuilder(graph);
  ({ data } = page);
});

const problems = (
  component: string,
  values: Record<string, string>,
  situations?: Record<string, string>,
): Problem[] => check(data, stateWith(data, component, values, situations));
const told = (...args: Parameters<typeof problems>): string[] =>
  problems(...args).map(({ severity, at }) => `${severity} ${at.join(' ')}`);

/** Names of the variables that a condition reads. */
function variablesOf(condition: Condition | undefined): string[] {
  if (condition === undefined || condition === 'never') return [];
  if ('all' in condition) return condition.all.flatMap(variablesOf);
  if ('any' in condition) return condition.any.flatMap(variablesOf);
  if ('set' in condition) return [condition.set];
  if ('unset' in condition) return [condition.unset];
  if ('changed' in condition) return [condition.changed];
  if ('number' in condition)
    return [condition.number, ...(typeof condition.than === 'number' ? [] : [condition.than.of])];
  return 'variable' in condition ? [condition.variable] : [];
}

describe('the rules between variables', () => {
  const { rules, situations } = readInteractions(INTERACTIONS);
  it('have unique ids', () => expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length));
  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s: its section exists and names its variables',
    (_id, { source, at, when, then, components, message }) => {
      const facts = graph.document(source.document)!;
      const section = graph.section(source.document, source.section)!;
      expect(section, `${source.document}, Section ${source.section}`).toBeDefined();
      const ids = new Set(
        [...graph.sectionTree(facts, section)].map((slug) => nodeId.section(facts.id, slug)),
      );
      const named = (name: string): boolean =>
        graph
          .incoming(nodeId.variable(name))
          .some((edge) => edge.kind === 'mentions' && ids.has(edge.source));
      const inWords = [...message.matchAll(/\$\{(\w+)\}/g)]
        .map(([, name]) => name)
        .filter((name) => name !== 'required');
      const names = [...new Set([...at, ...variablesOf(when), ...variablesOf(then), ...inWords])];
      expect(names.filter((name) => !named(name))).toEqual([]);
      for (const name of names) {
        const own = data.fields.find((field) => field.name === name);
        expect(own?.components, name).toEqual(expect.arrayContaining([...components]));
      }
    },
  );
  test.each(situations.map((situation) => [situation.id, situation] as const))(
    'situation %s stands in a section that exists',
    (_id, { source }) => {
      expect(graph.section(source.document, source.section)).toBeDefined();
    },
  );
  it('name only situations and options that exist', () => {
    const text = JSON.stringify(rules);
    for (const [, id, values] of text.matchAll(/"situation":"(\w+)","(?:is|not)":(\[[^\]]*\])/g)) {
      const options = situations.find((one) => one.id === id)?.options.map(({ value }) => value);
      expect(options, id).toEqual(expect.arrayContaining(JSON.parse(values) as string[]));
    }
    for (const [, name, values] of text.matchAll(/"variable":"(\w+)","(?:is|not)":(\[[^\]]*\])/g)) {
      const field = data.fields.find((one) => one.name === name)!;
      const options = field.kind === 'boolean' ? ['YES', 'NO'] : field.options;
      expect(options, name).toEqual(expect.arrayContaining(JSON.parse(values) as string[]));
    }
  });
  it('rejects an invalid file and names the place', () => {
    expect(() =>
      readInteractions(
        'situations: []\nrules:\n  - { id: x, components: [A], severity: loud, at: [B], message: m, source: { document: "1", section: "1" } }',
      ),
    ).toThrow(/rules\.0\.severity/);
    expect(() => builderPage(graph, INTERACTIONS.replace("section: '10b'", "section: '10z'"))).toThrow(
      'Section 10z of document',
    );
  });
});

describe('the fields', () => {
  it('exist for all variables, each with the widget of its type', () => {
    expect(page.groups.flatMap(({ fields }) => fields)).toHaveLength(46);
    const kind = (name: string): string => data.fields.find((field) => field.name === name)!.kind;
    expect([
      kind('FL_STRATEGY'),
      kind('FL_TLS_ENABLED'),
      kind('FL_NUM_ROUNDS'),
      kind('FL_SSL_CERTFILE'),
      kind('TOKEN'),
    ]).toEqual(['list', 'boolean', 'number', 'text64', 'fixed']);
  });
  it('all defaults pass every rule', () => {
    expect(problems('SuperLink', {})).toEqual([]);
    expect(problems('SuperNode', {})).toEqual([]);
  });
  it('take a format from every row of the validation table that tests one value', () => {
    const without = data.fields
      .filter(({ kind, format }) => !['fixed', 'list', 'boolean'].includes(kind) && !format)
      .map(({ name }) => name);
    expect(without).toEqual([]);
    expect(
      data.fields
        .filter(({ format }) => format)
        .every(({ format }) => format!.label === 'spec/03, Section 8'),
    ).toBe(true);
  });
  it('are secret only for private keys', () =>
    expect(data.fields.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
      'TOKEN',
      'FL_SSL_KEYFILE',
    ]));
});

/** The values that the column "Error when" of the table rejects, and similar values that pass. */
const VALUES: readonly [string, string, boolean][] = [
  ['FLOWER_VERSION', 'latest', false],
  ['FLOWER_VERSION', 'v1.25.0', false],
  ['FLOWER_VERSION', '1.25', false],
  ['FLOWER_VERSION', '1.26.1', true],
  ['FL_NUM_ROUNDS', '0', false],
  ['FL_NUM_ROUNDS', '-1', false],
  ['FL_NUM_ROUNDS', '03', false],
  ['FL_NUM_ROUNDS', '1.5', false],
  ['FL_NUM_ROUNDS', '10', true],
  ['FL_FLEET_API_ADDRESS', '0.0.0.0', false],
  ['FL_FLEET_API_ADDRESS', ':9092', false],
  ['FL_FLEET_API_ADDRESS', 'a:0', false],
  ['FL_FLEET_API_ADDRESS', 'a:65536', false],
  ['FL_FLEET_API_ADDRESS', 'a:65535', true],
  ['FL_DATABASE', '', false],
  ['FL_NODE_CONFIG', 'a=1 b', false],
  ['FL_NODE_CONFIG', 'partition-id=0 num-partitions=2', true],
  ['FL_MAX_RETRIES', '0', true],
  ['FL_MAX_RETRIES', '-1', false],
  ['FL_NUM_MALICIOUS', '08', false],
  ['FL_NUM_MALICIOUS', '8', true],
  ['FL_PROXIMAL_MU', '1.', false],
  ['FL_PROXIMAL_MU', '1e-3', false],
  ['FL_PROXIMAL_MU', '0', true],
  ['FL_SERVER_LR', '0', false],
  ['FL_SERVER_LR', '.1', true],
  ['FL_TRIM_BETA', '0.5', false],
  ['FL_TRIM_BETA', '0', false],
  ['FL_TRIM_BETA', '0.49', true],
  ['FL_GPU_MEMORY_FRACTION', '1.01', false],
  ['FL_GPU_MEMORY_FRACTION', '1.0', true],
  ['FL_GPU_MEMORY_FRACTION', '0', true],
  ['FL_CUDA_VISIBLE_DEVICES', '0, 1', false],
  ['FL_CUDA_VISIBLE_DEVICES', 'gpu0', false],
  ['FL_CUDA_VISIBLE_DEVICES', '0,1', true],
  ['FL_CUDA_VISIBLE_DEVICES', 'all', true],
  ['FL_CERT_EXTRA_SAN', 'IP:10.10.9.0, DNS:flower.example.com', true],
  ['FL_CERT_EXTRA_SAN', 'DNS:*.example.com', false],
  ['FL_CERT_EXTRA_SAN', 'flower.example.com', false],
  ['FL_METRICS_PORT', '9092', false],
  ['FL_METRICS_PORT', '1023', false],
  ['FL_METRICS_PORT', '65536', false],
  ['FL_METRICS_PORT', '9100', true],
  ['FL_EDGE_MAX_BACKOFF', '0', false],
  ['FL_EDGE_MAX_BACKOFF', '99999999', true],
  ['FL_SSL_CA_CERTFILE', 'hello', false],
];
test.each(VALUES)('%s = %j passes: %s', (name, value, passes) => {
  const { format } = data.fields.find((field) => field.name === name)!;
  const said = checkFormat(value, format!);
  expect(said === undefined).toBe(passes);
  if (said && value) expect(said).toContain(name);
});

test('accepts a certificate as PEM and as base64, but not as a key', () => {
  const pem = (label: string): string =>
    `-----BEGIN ${label}-----\n${Buffer.from([0x30, 0x82, 1, 2, 3, 4]).toString('base64')}\n-----END ${label}-----\n`;
  const [certificate, key] = ['FL_SSL_CA_CERTFILE', 'FL_SSL_KEYFILE'].map(
    (name) => data.fields.find((field) => field.name === name)!.format!,
  );
  expect(checkFormat(pem('CERTIFICATE'), certificate)).toBeUndefined();
  expect(checkFormat(Buffer.from(pem('CERTIFICATE')).toString('base64'), certificate)).toBeUndefined();
  expect(checkFormat(pem('CERTIFICATE'), key)).toBe('FL_SSL_KEYFILE is not a valid PEM key.');
  for (const label of ['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY'])
    expect(checkFormat(pem(label), key)).toBeUndefined();
});

test('gives no format for a rule that is not about one value', () =>
  expect(readFormat('A', 'less than B', 'comparison, with the defaults filled in', 'm')).toBeUndefined());
test('reads a half-open range', () =>
  expect(readFormat('A', '0 <= value < 1', '', 'm')).toMatchObject({
    min: 0,
    max: 1,
    open: { min: false, max: true },
  }));

/** Every interaction of spec/03, Section 10, and the rules of Section 8 that compare two variables. */
const INTERACTING: readonly [string, Record<string, string>, Record<string, string>, string[]][] = [
  ['SuperLink', { FL_MIN_FIT_CLIENTS: '5' }, {}, ['warning FL_MIN_FIT_CLIENTS FL_MIN_AVAILABLE_CLIENTS']],
  ['SuperLink', { FL_MIN_FIT_CLIENTS: '5', FL_MIN_AVAILABLE_CLIENTS: '5' }, {}, []],
  ['SuperLink', { FL_MIN_FIT_CLIENTS: 'x' }, {}, ['error FL_MIN_FIT_CLIENTS']],
  [
    'SuperLink',
    { FL_STRATEGY: 'Krum', FL_NUM_MALICIOUS: '1', FL_MIN_AVAILABLE_CLIENTS: '4' },
    {},
    ['error FL_MIN_AVAILABLE_CLIENTS FL_NUM_MALICIOUS'],
  ],
  ['SuperLink', { FL_STRATEGY: 'Krum', FL_NUM_MALICIOUS: '1', FL_MIN_AVAILABLE_CLIENTS: '5' }, {}, []],
  [
    'SuperLink',
    { FL_STRATEGY: 'Bulyan', FL_NUM_MALICIOUS: '1', FL_MIN_AVAILABLE_CLIENTS: '6' },
    {},
    ['error FL_MIN_AVAILABLE_CLIENTS FL_NUM_MALICIOUS'],
  ],
  ['SuperLink', { FL_STRATEGY: 'Bulyan' }, {}, ['warning FL_STRATEGY FL_NUM_MALICIOUS']],
  [
    'SuperLink',
    { FL_STRATEGY: 'FedProx', FL_PROXIMAL_MU: '0.0' },
    {},
    ['warning FL_PROXIMAL_MU', 'note FL_STRATEGY'],
  ],
  [
    'SuperLink',
    { FL_PROXIMAL_MU: '2.0', FL_SERVER_LR: '0.2', FL_TRIM_BETA: '0.1', FL_NUM_MALICIOUS: '1' },
    {},
    ['ignored FL_PROXIMAL_MU', 'ignored FL_SERVER_LR', 'ignored FL_NUM_MALICIOUS', 'ignored FL_TRIM_BETA'],
  ],
  ['SuperLink', { FL_CHECKPOINT_INTERVAL: '0' }, {}, ['ignored FL_CHECKPOINT_INTERVAL']],
  [
    'SuperLink',
    { FL_CHECKPOINT_ENABLED: 'YES', FL_CHECKPOINT_INTERVAL: '0' },
    {},
    ['error FL_CHECKPOINT_INTERVAL'],
  ],
  [
    'SuperLink',
    { FL_CHECKPOINT_ENABLED: 'YES', FL_CHECKPOINT_PATH: '/opt/flower/checkpoints' },
    {},
    ['warning FL_CHECKPOINT_PATH'],
  ],
  [
    'SuperLink',
    { FL_GRPC_KEEPALIVE_TIME: '20' },
    {},
    [
      'error FL_GRPC_KEEPALIVE_TIMEOUT FL_GRPC_KEEPALIVE_TIME',
      'note FL_GRPC_KEEPALIVE_TIME FL_GRPC_KEEPALIVE_TIMEOUT',
    ],
  ],
  [
    'SuperNode',
    { FL_GRPC_KEEPALIVE_TIME: '9', FL_GRPC_KEEPALIVE_TIMEOUT: '5' },
    {},
    ['warning FL_GRPC_KEEPALIVE_TIME', 'note FL_GRPC_KEEPALIVE_TIME FL_GRPC_KEEPALIVE_TIMEOUT'],
  ],
  ['SuperLink', { FL_CERT_EXTRA_SAN: 'IP:10.0.0.1' }, {}, ['ignored FL_CERT_EXTRA_SAN']],
  ['SuperLink', { FL_CERT_EXTRA_SAN: 'IP:10.0.0.1', FL_TLS_ENABLED: 'YES' }, {}, []],
  ['SuperLink', { FL_METRICS_PORT: '9200' }, {}, ['ignored FL_METRICS_PORT']],
  ['SuperLink', { FL_DATABASE: '/opt/flower/state/state.db' }, {}, ['warning FL_DATABASE']],
  ['SuperLink', { FL_FLEET_API_ADDRESS: '0.0.0.0:9999' }, {}, ['warning FL_FLEET_API_ADDRESS']],
  ['SuperNode', { FL_EDGE_MAX_BACKOFF: '600' }, {}, ['ignored FL_EDGE_MAX_BACKOFF']],
  ['SuperNode', { FL_EDGE_MAX_BACKOFF: '600' }, { image: 'edge' }, []],
  [
    'SuperNode',
    { FL_EDGE_MAX_BACKOFF: '600', FL_EDGE_BACKOFF: 'fixed' },
    { image: 'edge' },
    ['ignored FL_EDGE_MAX_BACKOFF'],
  ],
  ['SuperNode', {}, { deployment: 'standalone' }, ['error FL_SUPERLINK_ADDRESS', 'note FL_NODE_CONFIG']],
  [
    'SuperNode',
    { FL_TLS_ENABLED: 'YES', FL_SUPERLINK_ADDRESS: 'a:9092', FL_NODE_CONFIG: 'a=1' },
    { deployment: 'zones' },
    ['error FL_SSL_CA_CERTFILE'],
  ],
  [
    'SuperNode',
    { FL_SUPERLINK_ADDRESS: 'a:9092', FL_NODE_CONFIG: 'a=1' },
    {},
    ['warning FL_SUPERLINK_ADDRESS'],
  ],
  ['SuperNode', { FL_USE_CASE: 'anomaly-detection' }, {}, ['error ML_FRAMEWORK FL_USE_CASE']],
  ['SuperNode', { FL_USE_CASE: 'anomaly-detection', ML_FRAMEWORK: 'sklearn' }, {}, []],
  ['SuperNode', { FL_USE_CASE: 'image-classification' }, { image: 'base' }, ['error FL_USE_CASE']],
  ['SuperNode', { FL_USE_CASE: 'llm-fine-tuning' }, {}, ['warning FL_USE_CASE FL_GPU_ENABLED']],
  ['SuperNode', { FL_DCGM_ENABLED: 'YES' }, {}, ['warning FL_DCGM_ENABLED FL_GPU_ENABLED']],
  ['SuperNode', { FL_CUDA_VISIBLE_DEVICES: '0' }, {}, ['ignored FL_CUDA_VISIBLE_DEVICES']],
  ['SuperNode', { FL_NODE_CONFIG: 'a=$X' }, {}, ['warning FL_NODE_CONFIG']],
  ['SuperNode', { FL_NODE_CONFIG: 'a=b\\' }, {}, ['error FL_NODE_CONFIG']],
];
test.each(INTERACTING)('%s with %j %j', (component, values, situations, expected) =>
  expect(told(component, values, situations)).toEqual(expected),
);

test('certificates are given together or not at all', () => {
  const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from([0x30, 3, 1, 1, 1]).toString('base64')}\n-----END CERTIFICATE-----`;
  expect(told('SuperLink', { FL_TLS_ENABLED: 'YES', FL_SSL_CA_CERTFILE: pem })).toEqual([
    'error FL_SSL_CERTFILE',
    'error FL_SSL_KEYFILE',
  ]);
  expect(told('SuperLink', { FL_TLS_ENABLED: 'YES', FL_SSL_CERTFILE: pem })).toEqual([
    'ignored FL_SSL_CERTFILE',
  ]);
});
test('every message links to the section that states the rule', () => {
  const all = INTERACTING.flatMap(([component, values, situations]) =>
    problems(component, values, situations),
  ).filter(({ text }) => !/^A value cannot|\$ in CONTEXT/.test(text));
  expect(
    all.filter(({ source }) => !source?.url.includes('#') || !/^spec\/\d\d, Section /.test(source.label)),
  ).toEqual([]);
});
