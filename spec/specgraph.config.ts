/** What is particular to this specification. The engine knows none of these names. */
import { opennebula } from '../src/profiles/opennebula/index.ts';
import { defineConfig } from '../src/specgraph/define-config.ts';

/** Somebody, and the section that says that he publishes or reads it. */
const party = (who: string, document: string, section: string) => ({ who, at: { document, section } });
type Parties = ReturnType<typeof party>[];
const onegate = (name: string, meaning: string, publishedBy: Parties, readBy: Parties = []) => ({
  name,
  source: 'onegate',
  meaning,
  publishedBy,
  readBy,
});
const environment = (name: string, meaning: string) => ({ name, source: 'environment', meaning });
const platform = (name: string, meaning: string) => ({ name, source: 'platform', meaning });

/** Objects of the metrics module in spec/13, Section 5. */
const metric = (name: string, meaning: string) => ({
  name,
  source: 'code',
  meaning: `Prometheus metric object: ${meaning}`,
});

const REFERENCE = '03';

export default defineConfig({
  title: 'Flower federated learning as OpenNebula marketplace appliances',
  site: {
    name: 'Flower on OpenNebula',
    description:
      'The specification of Flower federated learning as OpenNebula marketplace appliances: read it, search it, see how it hangs together.',
    builderRules: 'rules/interactions.yaml',
  },
  renderer: ['github', 'astro'],
  // Reports of contracts are written by the build.
  exclude: ['contracts/reports/'],
  profiles: [opennebula],
  documentNumber: String.raw`^(\d{2})-`,
  documentPrefix: 'spec',
  overview: { document: '00', section: '4', column: 'Content' },

  names: {
    pattern: String.raw`(?<![\w-])(?:FL|FLOWER|FLWR|ML)_[A-Z0-9][A-Z0-9_]*(?<!_)(?![\w*{<])`,
    attributes: [
      onegate(
        'FL_READY',
        'SuperLink serves its Fleet API',
        [party('SuperLink', '01', '10')],
        [party('SuperNode, to find the SuperLink', '02', '6c')],
      ),
      onegate(
        'FL_ENDPOINT',
        'Fleet API address of the SuperLink',
        [party('SuperLink', '01', '10')],
        [party('SuperNode, to find the SuperLink', '02', '6c')],
      ),
      onegate('FL_VERSION', 'Flower version that is running', [
        party('SuperLink', '01', '10'),
        party('SuperNode', '02', '7'),
      ]),
      onegate('FL_ROLE', 'role of the VM: superlink or supernode', [party('SuperLink', '01', '10')]),
      onegate('FL_ERROR', 'error code of a boot that failed', [party('SuperLink', '01', '10')]),
      onegate(
        'FL_TLS',
        'whether the Fleet API speaks TLS',
        [party('SuperLink', '04', '7')],
        [party('SuperNode, to learn the TLS mode', '05', '2')],
      ),
      onegate(
        'FL_CA_CERT',
        'CA certificate of the SuperLink, base64 of PEM',
        [party('SuperLink', '04', '7')],
        [party('SuperNode, to trust the SuperLink', '05', '2')],
      ),
      onegate('FL_NODE_READY', 'SuperNode container runs', [party('SuperNode', '02', '7')]),
      onegate('FL_NODE_ID', 'VM id of the SuperNode', [party('SuperNode', '02', '7')]),
      onegate('FL_GPU_AVAILABLE', 'GPU found at boot', [party('SuperNode', '02', '7')]),
      onegate(
        'FL_TRAINING_ACTIVE',
        'a training round is under way',
        [party('SuperNode', '14', '7.3')],
        [party('operators and their scripts', '14', '7.2')],
      ),
      onegate(
        'FL_CLIENT_STATUS',
        'activity of the client as a number',
        [party('SuperNode', '14', '7.3')],
        [party('OneFlow, in elasticity expressions', '14', '7.4')],
      ),
      onegate('FL_ROUND_NUMBER', 'current training round', [party('SuperNode', '14', '7.2')]),
      environment('FLWR_LOG_LEVEL', 'log level inside the container'),
      environment('CUDA_VISIBLE_DEVICES', 'GPU devices inside the container'),
      environment('NVIDIA_VISIBLE_DEVICES', 'GPU devices given to the container by the NVIDIA runtime'),
      environment('TF_FORCE_GPU_ALLOW_GROWTH', 'TensorFlow takes GPU memory as it needs it'),
      environment('FLOWER_GRPC_KEEPALIVE_TIME_MS', 'keepalive interval inside the container, milliseconds'),
      environment('FLOWER_GRPC_KEEPALIVE_TIMEOUT_MS', 'keepalive timeout inside the container, milliseconds'),
      environment('FL_CA_CERT_B64', 'shell variable that holds the CA certificate read from OneGate'),
      environment('FL_RESUME_ROUND', 'named by spec/09, not implemented'),
      metric('FL_ROUND_CURRENT', 'current round'),
      metric('FL_ROUND_TOTAL', 'configured rounds'),
      metric('FL_ROUND_DURATION', 'duration of a round'),
      metric('FL_AGGREGATED_LOSS', 'aggregated loss'),
      metric('FL_AGGREGATED_ACCURACY', 'aggregated accuracy'),
      metric('FL_CLIENTS_CONNECTED', 'connected clients'),
      metric('FL_CLIENTS_SELECTED', 'selected clients'),
      metric('FL_CLIENTS_RESPONDED', 'clients that responded'),
      metric('FL_CLIENTS_FAILED', 'clients that failed'),
      metric('FL_CHECKPOINT_SAVED', 'saved checkpoints'),
      metric('FL_TRAINING_STATUS', 'training status'),
      platform('START_SCRIPT', 'script that the contextualization agent runs'),
      platform('START_SCRIPT_BASE64', 'the same script, base64; slot of the appliance launcher'),
      platform('ONEGATE_ENDPOINT', 'address of the OneGate server'),
    ],
  },

  variables: {
    definitions: [
      { document: REFERENCE, section: '3', group: 'SuperLink parameters', components: ['SuperLink'] },
      { document: REFERENCE, section: '4', group: 'SuperNode parameters', components: ['SuperNode'] },
      {
        document: REFERENCE,
        section: '5',
        group: 'Shared infrastructure',
        components: ['SuperLink', 'SuperNode'],
      },
      {
        document: REFERENCE,
        section: '5a',
        group: 'Service-level parameters',
        components: ['SuperLink', 'SuperNode'],
      },
      { document: REFERENCE, section: '6', group: 'TLS and framework parameters' },
    ],
    fields: {
      flowerMapping: {
        columns: ['Flower mapping', 'Mapping', 'Purpose'],
        type: 'text',
        compare: false,
        description: true,
      },
    },
    countedOnce: ['FL_GRPC_KEEPALIVE_TIME', 'FL_GRPC_KEEPALIVE_TIMEOUT'],
    facets: {
      userInput: ['3', '4', '5a', '6'].map((section) => ({ document: REFERENCE, section })),
      validation: [{ document: REFERENCE, section: '8' }],
      interaction: [{ document: REFERENCE, section: '10' }],
      matrix: [{ document: REFERENCE, section: 'Appendix' }],
      appliance: [
        { component: 'SuperLink', document: '01', section: '12' },
        { component: 'SuperNode', document: '02', section: '13' },
      ],
    },
    exempt: [
      {
        section: '5',
        facets: ['userInput', 'validation', 'interaction'],
        reason: 'infrastructure values are set by the template author and are not validated',
      },
    ],
    overrides: [
      {
        document: '12',
        sections: ['3.1', '3.2'],
        fields: ['userInput'],
        names: ['FL_TLS_ENABLED', 'FL_NUM_ROUNDS', 'FL_SUPERLINK_ADDRESS', 'FL_SSL_CA_CERTFILE'],
        reason: 'zone templates switch TLS on, train longer, and make the address and the CA mandatory',
      },
    ],
  },

  stepSequences: [
    { component: 'SuperLink', document: '01', name: 'boot sequence' },
    { component: 'SuperNode', document: '02', name: 'boot sequence' },
  ],

  phases: [
    { number: '1', name: 'Base Appliance Architecture', dependsOn: [], finished: true },
    { number: '2', name: 'Security and Certificate Automation', dependsOn: ['1'], finished: true },
    { number: '3', name: 'ML Framework Variants and Use Cases', dependsOn: ['1'], finished: true },
    { number: '4', name: 'Single-Site Orchestration', dependsOn: ['1', '2'], finished: true },
    { number: '5', name: 'Training Configuration', dependsOn: ['4'], finished: true },
    { number: '6', name: 'GPU Acceleration', dependsOn: ['1'], finished: true },
    { number: '7', name: 'Multi-Site Federation', dependsOn: ['2', '4'], finished: true },
    { number: '8', name: 'Monitoring and Observability', dependsOn: ['5', '6'], finished: true },
    { number: '9', name: 'Edge and Auto-Scaling', dependsOn: ['4', '7'], finished: true },
  ],

  requirements: [
    { id: 'APPL-01', title: 'SuperLink appliance' },
    { id: 'APPL-02', title: 'SuperNode appliance' },
    { id: 'APPL-03', title: 'Contextualization parameter mapping' },
    { id: 'APPL-04', title: 'TLS certificate automation' },
    { id: 'APPL-05', title: 'ML framework variants with size targets' },
    { id: 'ORCH-01', title: 'OneFlow service template' },
    { id: 'ORCH-02', title: 'Multi-site federation' },
    { id: 'ORCH-03', title: 'Auto-scaling by elasticity rules' },
    { id: 'ML-01', title: 'Aggregation strategy selection' },
    { id: 'ML-02', title: 'GPU passthrough with validation' },
    { id: 'ML-03', title: 'Use case templates' },
    { id: 'ML-04', title: 'Model checkpointing' },
    { id: 'OBS-01', title: 'Structured logging' },
    { id: 'OBS-02', title: 'Prometheus and Grafana monitoring' },
    { id: 'EDGE-01', title: 'Edge SuperNode for intermittent connectivity' },
  ],

  kinds: {
    decision: {
      defined: { headings: 'DR-{n}' },
      mentioned: 'DR-{n}',
      scope: 'document',
      map: false,
      check: ['undefined', 'duplicate', 'gaps'],
    },
    metric: {
      defined: { table: { document: '13', section: '5.3', column: 'Metric' } },
      fields: { title: 'Meaning' },
      facets: {
        exporter: {
          title: 'definition in the exporter',
          in: 'code',
          places: [{ document: '13', section: '5.5' }],
        },
      },
      mentioned: { code: '{id}(?:_bucket|_sum|_count)?' },
      id: 'fl_(?:round|aggregated|clients|checkpoint|training)_[a-z]+(?:_seconds|_total)?',
      codeBlocks: true,
      map: false,
      check: ['undefined', 'unused'],
    },
  },

  buildsOn: [
    ['02', '01'],
    ['05', '04'],
    ['04', '05'],
    ['04', '01'],
    ['05', '02'],
    ['07', '06'],
    ['06', '02'],
    ['11', '02'],
    ['11', '10'],
    ['10', '11'],
    ['12', '08'],
    ['14', '02'],
    ['14', '03'],
    ['14', '08'],
    ['13', '01'],
    ['13', '02'],
    ['13', '03'],
  ],

  quantities: {
    variables: { of: 'definitions' },
    rows: { of: 'rows' },
    names: { of: 'names' },
    'names with FL_USE_CASE': { of: 'names', uncounted: true },
    'names with FL_': { of: 'names', prefix: 'FL_' },
    'all names with FL_': { of: 'names', prefix: 'FL_', uncounted: true },
    'definitions with USER_INPUT': { of: 'definitions', with: 'userInput' },
    'names with USER_INPUT': { of: 'names', with: 'userInput' },
    'SuperLink variables': { of: 'definitions', section: '3' },
    'SuperNode variables': { of: 'definitions', section: '4' },
    'infrastructure variables': { of: 'definitions', section: '5' },
    'service-level variables': { of: 'definitions', section: '5a' },
    'TLS and framework variables': { of: 'definitions', section: '6' },
    'Phase 1 variables': { of: 'definitions', phase: '1' },
    'Phase 2 variables': { of: 'definitions', phase: '2' },
    'Phase 3 variables': { of: 'definitions', phase: '3' },
    'Phase 5 variables': { of: 'definitions', phase: '5' },
    'Phase 6 variables': { of: 'definitions', phase: '6' },
    'Phase 7 variables': { of: 'definitions', phase: '7' },
    'Phase 8 variables': { of: 'definitions', phase: '8' },
    'Phase 9 variables': { of: 'definitions', phase: '9' },
    documents: { of: 'documents' },
    requirements: { of: 'requirements' },
    phases: { of: 'phases' },
    'SuperLink steps': { of: 'steps', document: '01', except: ['7a'] },
    'SuperNode steps': { of: 'steps', document: '02', except: ['3a', '7b'] },
  },

  claims: [
    {
      pattern:
        '{n} (?:SuperLink|SuperNode|counted |context(?:ualization)? )?(?:variables|parameters|definitions)',
      quantity: ['variables', 'SuperLink variables', 'SuperNode variables'],
      from: 13,
    },
    { pattern: 'has {n} variables', quantity: 'variables', within: { document: REFERENCE, section: '1' } },
    { pattern: 'The {n} are counted definitions', quantity: 'variables' },
    { pattern: '{n} distinct names', quantity: 'names' },
    {
      pattern: 'with `?FL_USE_CASE`? {n}(?=[.,;])',
      quantity: ['names with FL_USE_CASE', 'all names with FL_'],
    },
    { pattern: '{n} of the counted definitions', quantity: 'definitions with USER_INPUT' },
    {
      pattern: '\\({n} names\\)',
      quantity: 'names with USER_INPUT',
      within: { document: REFERENCE, section: '1' },
    },
    { pattern: '{n} names begin with FL_', quantity: 'names with FL_' },
    { pattern: '{n} names carry', quantity: 'names' },
    {
      pattern: '{n} variables configure',
      quantity: 'SuperLink variables',
      within: { document: REFERENCE, section: '3' },
    },
    {
      pattern: '{n} variables configure',
      quantity: 'SuperNode variables',
      within: { document: REFERENCE, section: '4' },
    },
    { pattern: '{n} SuperNode (?:variables|parameters)', quantity: 'SuperNode variables' },
    { pattern: '{n} SuperLink (?:variables|parameters)', quantity: 'SuperLink variables' },
    {
      pattern: '{n} variables of its own',
      quantity: 'SuperLink variables',
      within: { document: '01', section: '12' },
    },
    { pattern: 'set (?:of both appliances )?has {n} variables', quantity: 'variables' },
    { pattern: 'the {n} (?:counted )?variables', quantity: 'variables', from: 20 },
    { pattern: '[Aa]ll {n} (?:counted )?variables', quantity: 'variables', from: 13 },
    { pattern: '(?:[Aa]ll|these|the) {n} documents', quantity: 'documents', from: 13 },
    { pattern: '{n}-document set', quantity: 'documents' },
    { pattern: '{n} requirements', quantity: 'requirements', from: 10 },
    { pattern: 'linear: {n} steps', quantity: 'SuperLink steps', within: { document: '01', section: '6' } },
    { pattern: '{n} counted steps', quantity: ['SuperLink steps', 'SuperNode steps'] },
    { pattern: 'linear: {n} steps', quantity: 'SuperNode steps', within: { document: '02', section: '7' } },
  ],

  countTables: [
    {
      document: REFERENCE,
      section: '1',
      column: 'Count',
      rows: [
        { label: 'SuperLink parameters', quantity: 'SuperLink variables' },
        { label: 'SuperNode parameters', quantity: 'SuperNode variables' },
        { label: 'Shared infrastructure', quantity: 'infrastructure variables' },
        { label: 'Service-level', quantity: 'service-level variables' },
        { label: 'TLS and framework', quantity: 'TLS and framework variables' },
        { label: 'Sum of rows', quantity: 'rows' },
        { label: 'Total', quantity: 'variables' },
        ...['5', '6', '7', '8', '9'].map((n) => ({
          label: `of which Phase ${n}`,
          quantity: `Phase ${n} variables`,
        })),
      ],
    },
  ],

  staleWords: [
    'deferred',
    'planned',
    'preview',
    'placeholders?',
    'upcoming',
    'to be specified',
    'not yet specified',
    'future phase',
  ],
});
