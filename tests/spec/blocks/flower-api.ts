/**
 * The names of Flower 1.25.0 that the documents use. Flower is not installed here, so this list is kept by hand.
 * Source: the API reference (https://flower.ai/docs/framework/v1.25.0/en/ref-api/flwr.html) and the package `flwr` at tag v1.25.0:
 * `flwr/app/__init__.py`, `flwr/clientapp/__init__.py`, `flwr/serverapp/__init__.py`, `flwr/serverapp/strategy/`.
 */

/** Exported names by module. */
export const MODULES: Record<string, readonly string[]> = {
  'flwr.app': [
    'Array',
    'ArrayRecord',
    'ConfigRecord',
    'Context',
    'Error',
    'Message',
    'MessageType',
    'Metadata',
    'MetricRecord',
    'RecordDict',
  ],
  'flwr.clientapp': ['ClientApp', 'mod'],
  'flwr.serverapp': ['Grid', 'ServerApp', 'strategy'],
  'flwr.serverapp.strategy': [
    'Bulyan',
    'FedAdam',
    'FedAvg',
    'FedProx',
    'FedTrimmedAvg',
    'Krum',
    'MultiKrum',
    'Result',
    'Strategy',
  ],
};

/** Modules of the older API: the text may say what they are called, and no block may use them. */
export const OLDER_MODULES = ['flwr.client', 'flwr.common', 'flwr.server', 'flwr.server.strategy'];

const FEDAVG = [
  'fraction_train',
  'fraction_evaluate',
  'min_train_nodes',
  'min_evaluate_nodes',
  'min_available_nodes',
  'weighted_by_key',
  'arrayrecord_key',
  'configrecord_key',
  'train_metrics_aggr_fn',
  'evaluate_metrics_aggr_fn',
];

/** Parameters of constructors, with the defaults that the tables of spec/09, Section 2, state. */
export const STRATEGIES: Record<string, { parameters: readonly string[]; defaults: Record<string, string> }> =
  {
    FedAvg: {
      parameters: FEDAVG,
      defaults: {
        min_train_nodes: '2',
        min_evaluate_nodes: '2',
        min_available_nodes: '2',
        fraction_train: '1.0',
        fraction_evaluate: '1.0',
      },
    },
    FedProx: { parameters: [...FEDAVG, 'proximal_mu'], defaults: {} },
    FedAdam: {
      parameters: [...FEDAVG, 'eta', 'eta_l', 'beta_1', 'beta_2', 'tau'],
      defaults: { eta: '0.1', eta_l: '0.1', beta_1: '0.9', beta_2: '0.99', tau: '1e-3' },
    },
    Krum: { parameters: [...FEDAVG, 'num_malicious_nodes'], defaults: { num_malicious_nodes: '0' } },
    Bulyan: {
      parameters: [...FEDAVG, 'num_malicious_nodes', 'selection_rule'],
      defaults: { num_malicious_nodes: '0' },
    },
    FedTrimmedAvg: { parameters: [...FEDAVG, 'beta'], defaults: { beta: '0.2' } },
  };

/** Keyword arguments of methods that the blocks call. */
export const METHODS: Record<string, readonly string[]> = {
  // Strategy
  start: [
    'grid',
    'initial_arrays',
    'num_rounds',
    'timeout',
    'train_config',
    'evaluate_config',
    'evaluate_fn',
  ],
  // Grid
  send_and_receive: ['messages', 'timeout'],
};

/** Methods and attributes of Flower objects, by the name that the blocks give to the object. */
export const MEMBERS: Record<string, readonly string[]> = {
  grid: [
    'get_node_ids',
    'send_and_receive',
    'push_messages',
    'pull_messages',
    'run',
    'set_run',
    'create_message',
  ],
  message: ['content', 'error', 'has_content', 'has_error', 'metadata'],
  reply: ['content', 'error', 'has_content', 'has_error', 'metadata'],
  context: ['node_config', 'node_id', 'run_config', 'run_id', 'state'],
  strategy: [
    'start',
    'summary',
    'configure_train',
    'configure_evaluate',
    'aggregate_train',
    'aggregate_evaluate',
  ],
  result: ['arrays', 'train_metrics_clientapp', 'evaluate_metrics_clientapp', 'evaluate_metrics_serverapp'],
  app: ['main', 'train', 'evaluate', 'query', 'lifespan'],
};
