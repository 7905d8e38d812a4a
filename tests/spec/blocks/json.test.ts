/** JSON blocks, each against the schema of what it is. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { blocksIn, graph, type Block } from './blocks.ts';

const integer = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * Expression of a policy: comparisons of an attribute with a number, joined by & or |.
 * Source: grammar of OneFlow 7.0 (`src/flow/lib/grammar.treetop` of OpenNebula).
 */
const COMPARISON = String.raw`\s*[A-Za-z_]\w*\s*(?:==?|!=|<=|>=|<|>)\s*-?\d+(?:\.\d+)?\s*`;
const expression = v.pipe(
  v.string(),
  v.regex(new RegExp(`^${COMPARISON}(?:(?:&&?|\\|\\|?)${COMPARISON})*$`)),
);
const CRON_FIELD = String.raw`(?:\*|[\w,/-]+)`;
const cron = v.pipe(v.string(), v.regex(new RegExp(`^${CRON_FIELD}(?: ${CRON_FIELD}){4}$`)));
const adjustment = {
  type: v.picklist(['CHANGE', 'CARDINALITY', 'PERCENTAGE_CHANGE']),
  adjust: v.pipe(v.number(), v.integer()),
  min_adjust_step: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
};
const elasticityPolicy = v.strictObject({
  ...adjustment,
  expression,
  period: v.optional(integer),
  period_number: v.optional(integer),
  cooldown: v.optional(integer),
});
const scheduledPolicy = v.strictObject({
  ...adjustment,
  recurrence: v.optional(cron),
  start_time: v.optional(v.string()),
});

/**
 * Role and service template of OneFlow 7.0.
 * Source: https://docs.opennebula.io/7.0/product/integration_references/system_interfaces/appflow_api, and the schema that
 * OneFlow applies (`src/oca/ruby/opennebula/flow/service_template.rb` of OpenNebula 7.0).
 */
const userInput = v.pipe(v.string(), v.regex(/^[MO]\|[a-z0-9-]+\|[^|]+(?:\|[^|]*){0,2}$/));
const shutdown = v.picklist(['terminate', 'terminate-hard', 'shutdown', 'shutdown-hard']);
const role = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^\w+$/)),
  type: v.literal('vm'),
  template_id: integer,
  cardinality: integer,
  min_vms: integer,
  max_vms: integer,
  parents: v.optional(v.array(v.string())),
  shutdown_action: v.optional(shutdown),
  cooldown: v.optional(integer),
  user_inputs: v.record(v.string(), userInput),
  template_contents: v.strictObject({ CONTEXT: v.record(v.string(), v.string()) }),
  elasticity_policies: v.optional(v.array(elasticityPolicy)),
  scheduled_policies: v.optional(v.array(scheduledPolicy)),
});
const serviceTemplate = v.strictObject({
  name: v.string(),
  description: v.string(),
  deployment: v.picklist(['none', 'straight']),
  ready_status_gate: v.boolean(),
  shutdown_action: shutdown,
  user_inputs: v.record(v.string(), userInput),
  roles: v.array(role),
});
const values = v.record(v.string(), v.string());
const instantiation = v.strictObject({
  user_inputs_values: values,
  roles: v.array(
    v.strictObject({ name: v.string(), cardinality: v.optional(integer), user_inputs_values: values }),
  ),
});

/** Answer of OneGate to `GET /service?extended=true`, as far as the scripts read it. */
const node = v.object({
  deploy_id: integer,
  vm_info: v.object({ VM: v.object({ USER_TEMPLATE: v.record(v.string(), v.string()) }) }),
});
const serviceAnswer = v.object({
  SERVICE: v.object({
    roles: v.array(v.object({ name: v.string(), cardinality: integer, nodes: v.array(node) })),
  }),
});

/** Log line of spec/13, Section 3.1. */
const logLine = v.strictObject({
  timestamp: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
  level: v.picklist(['DEBUG', 'INFO', 'WARNING', 'ERROR']),
  logger: v.literal('flwr'),
  role: v.picklist(['superlink', 'supernode']),
  message: v.string(),
  source: v.pipe(v.string(), v.regex(/^[\w.]+:\d+$/)),
  event: v.optional(v.string()),
  data: v.optional(v.record(v.string(), v.unknown())),
});
const checkpoint = v.strictObject({
  round: integer,
  timestamp: v.pipe(v.string(), v.isoTimestamp()),
  num_arrays: integer,
});

/** Settings of the Docker daemon that the set uses: https://docs.docker.com/reference/cli/dockerd/#daemon-configuration-file */
const daemon = v.strictObject({
  'userland-proxy': v.optional(v.boolean()),
  'log-driver': v.optional(v.literal('json-file')),
  'log-opts': v.optional(
    v.strictObject({
      'max-size': v.pipe(v.string(), v.regex(/^\d+[kmg]$/)),
      'max-file': v.pipe(v.string(), v.regex(/^\d+$/)),
    }),
  ),
});

/** Targets of file_sd: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#file_sd_config */
const targets = v.array(
  v.strictObject({
    targets: v.array(v.pipe(v.string(), v.regex(/^[\d.]+:\d+$/))),
    labels: v.record(v.string(), v.string()),
  }),
);

/** What a block is, by a key that only such blocks have. The first that fits is taken. */
const KINDS: [name: string, fits: (value: object) => boolean, schema: v.GenericSchema][] = [
  ['service template', (value) => 'deployment' in value, serviceTemplate],
  ['role', (value) => 'template_id' in value, role],
  ['elasticity policy', (value) => 'expression' in value, elasticityPolicy],
  ['instantiation', (value) => 'user_inputs_values' in value, instantiation],
  ['answer of OneGate', (value) => 'SERVICE' in value, serviceAnswer],
  ['log line', (value) => 'logger' in value, logLine],
  ['checkpoint', (value) => 'num_arrays' in value, checkpoint],
  ['Docker daemon', (value) => 'userland-proxy' in value || 'log-driver' in value, daemon],
  ['Prometheus targets', (value) => Array.isArray(value), targets],
];

const blocks = blocksIn('json');
const parsed = (block: Block): object => JSON.parse(block.text) as object;
const kindOf = (block: Block): (typeof KINDS)[number] | undefined =>
  KINDS.find(([, fits]) => fits(parsed(block)));
const ofKind = (name: string): Block[] => blocks.filter((block) => kindOf(block)?.[0] === name);
const templates = ofKind('service template').map((block) => ({
  ...block,
  value: v.parse(serviceTemplate, parsed(block)),
}));

test.each(blocks)('the block at $place has the schema of its kind', (block) => {
  const kind = kindOf(block);
  expect(kind, 'no schema is known for this block').toBeDefined();
  const { issues = [] } = v.safeParse(kind![2], parsed(block));
  expect(issues.map((issue) => `${v.getDotPath(issue) ?? '(top)'}: ${issue.message}`)).toEqual([]);
});

describe('service templates', () => {
  test.each(templates)(
    '$place: inputs are those of spec/03, and each stands at one level',
    ({ value, document }) => {
      const inputs = [value.user_inputs, ...value.roles.map((one) => one.user_inputs)].flatMap((all) =>
        Object.entries(all),
      );
      expect(new Set(inputs.map(([name]) => name)).size).toBe(inputs.length);
      // The templates of spec/12 pre-fill other values on purpose; spec/12, Section 3, lists them.
      const overridden =
        document === '12'
          ? ['FL_TLS_ENABLED', 'FL_NUM_ROUNDS', 'FL_SUPERLINK_ADDRESS', 'FL_SSL_CA_CERTFILE']
          : [];
      for (const [name, input] of inputs.filter(([name]) => !overridden.includes(name)))
        expect(input, name).toBe(graph.definitions.find((one) => one.name === name)?.fields.userInput);
    },
  );

  test.each(templates)('$place: cardinality and minimums of clients fit each other', ({ value }) => {
    for (const {
      cardinality,
      min_vms: least,
      max_vms: most,
      name,
      elasticity_policies: policies,
    } of value.roles) {
      expect(cardinality).toBeGreaterThanOrEqual(least);
      expect(cardinality).toBeLessThanOrEqual(most);
      if (name === 'superlink')
        expect({ least, most, policies }).toEqual({ least: 1, most: 1, policies: undefined });
    }
    const [superlink, supernode] = ['superlink', 'supernode'].map((name) =>
      value.roles.find((one) => one.name === name),
    );
    if (!superlink || !supernode) return;
    for (const [name, input] of Object.entries(superlink.user_inputs).filter(([name]) =>
      name.startsWith('FL_MIN_'),
    ))
      expect(supernode.min_vms, name).toBeGreaterThanOrEqual(Number(input.split('|').at(-1)));
  });

  test.each(ofKind('instantiation'))('$place: gives a value for each input of its template', (block) => {
    const given = v.parse(instantiation, parsed(block));
    const names = given.roles.map(({ name }) => name);
    const template = templates.find(
      ({ document, value }) =>
        document === block.document && String(value.roles.map(({ name }) => name)) === String(names),
    )!;
    expect(Object.keys(given.user_inputs_values)).toEqual(Object.keys(template.value.user_inputs));
    for (const [i, one] of given.roles.entries())
      expect(Object.keys(one.user_inputs_values)).toEqual(Object.keys(template.value.roles[i].user_inputs));
  });

  test('the role of spec/14 is that of spec/08 with policies', () => {
    const [block] = ofKind('role');
    const {
      elasticity_policies: elasticity,
      scheduled_policies: scheduled,
      ...rest
    } = v.parse(role, parsed(block));
    const original = templates
      .find(({ document }) => document === '08')!
      .value.roles.find(({ name }) => name === 'supernode');
    expect(rest).toEqual(original);
    expect([elasticity?.length, scheduled?.length]).toEqual([2, 2]);
  });
});
