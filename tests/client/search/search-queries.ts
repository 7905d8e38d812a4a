/** Queries and the results that they should find, written before the ranking was tuned. Half are misspelled or paraphrased. */

export type Style = 'plain' | 'misspelled' | 'paraphrased' | 'text';

export interface Wanted {
  query: string;
  /** The beginning of the title of the wanted result, with "spec/14 " before it if it must be in that document. */
  first: string;
  style: Style;
}

const of = (style: Style, pairs: [query: string, first: string][]): Wanted[] =>
  pairs.map(([query, first]) => ({ query, first, style }));

export const QUERIES: readonly Wanted[] = [
  ...of('plain', [
    ['FL_EDGE_BACKOFF', 'FL_EDGE_BACKOFF'],
    ['edge backoff', 'FL_EDGE_BACKOFF'],
    ['fledgebackoff', 'FL_EDGE_BACKOFF'],
    ['fl-edge-max-backoff', 'FL_EDGE_MAX_BACKOFF'],
    ['flower version', 'FLOWER_VERSION'],
    ['ml_framework', 'ML_FRAMEWORK'],
    ['num rounds', 'FL_NUM_ROUNDS'],
    ['FL_TLS_EN', 'FL_TLS_ENABLED'],
    ['FL_CHECKPOINT', 'FL_CHECKPOINT_'],
    ['FL_READY', 'FL_READY'],
    ['ssh public key', 'SSH_PUBLIC_KEY'],
    ['start script base64', 'START_SCRIPT_BASE64'],
    ['spec/14', 'Edge and Auto-Scaling'],
    ['spec/03', 'Contextualization Variable Reference'],
    ['multi-site federation', 'Multi-Site Federation'],
    ['gpu validation', 'GPU Validation'],
    ['6d', '6d. Discovery Retry Loop'],
    ['10o', '10o. Edge Discovery Backoff'],
    ['section 10o', '10o. Edge Discovery Backoff'],
    ['discovery retry loop', '6d. Discovery Retry Loop'],
    ['wireguard key generation', 'WireGuard Key Generation'],
    ['strategy_map', 'ServerApp Strategy Factory Pattern: STRATEGY_MAP'],
    ['spec/14 anti-patterns', 'spec/14 10. Anti-Patterns'],
    ['step 7b', 'Step 7b: Validate CA Certificate'],
    ['ORCH-03', 'ORCH-03'],
    ['edge01', 'EDGE-01'],
    ['phase 9', 'Phase 9'],
    ['broken-section', 'broken-section'],
    ['stale preview', 'stale-preview'],
    ['grafana dashboard definitions', '8. Tier 2: Grafana Dashboard Definitions'],
  ]),
  ...of('misspelled', [
    ['FL_EGDE_BAKOFF', 'FL_EDGE_BACKOFF'],
    ['FL_EGDE_BACKOF', 'FL_EDGE_BACKOFF'],
    ['fl_edge_max_bakcoff', 'FL_EDGE_MAX_BACKOFF'],
    ['ML_FRAMWORK', 'ML_FRAMEWORK'],
    ['flwoer version', 'FLOWER_VERSION'],
    ['FL_NUM_ROUDNS', 'FL_NUM_ROUNDS'],
    ['FL_STRATGY', 'FL_STRATEGY'],
    ['checkpiont interval', 'FL_CHECKPOINT_INTERVAL'],
    ['FL_GRCP_KEEPALIVE_TIME', 'FL_GRPC_KEEPALIVE_TIME'],
    ['supperlink adress', 'FL_SUPERLINK_ADDRESS'],
    ['databse', 'FL_DATABASE'],
    ['isolaton', 'FL_ISOLATION'],
    ['gpu memmory fraction', 'FL_GPU_MEMORY_FRACTION'],
    ['elastisity policies', 'Elasticity Policies'],
    ['wiregaurd configuration', 'WireGuard Configuration'],
    ['dicovery retry lop', '6d. Discovery Retry Loop'],
    ['certficate lifecycle', 'TLS Certificate Lifecycle'],
    ['orchestartion', 'Single-Site Orchestration'],
    ['broken ancor', 'broken-anchor'],
    ['montoring and observabilty', 'Monitoring and Observability'],
  ]),
  ...of('paraphrased', [
    ['how many rounds', 'FL_NUM_ROUNDS'],
    ['number of training rounds', 'FL_NUM_ROUNDS'],
    ['minimum clients for training', 'FL_MIN_FIT_CLIENTS'],
    ['log verbosity', 'FL_LOG_LEVEL'],
    ['learning rate of the server', 'FL_SERVER_LR'],
    ['docker image tag', 'FLOWER_VERSION'],
    ['where checkpoints are stored', 'FL_CHECKPOINT_PATH'],
    ['extra names in the certificate', 'FL_CERT_EXTRA_SAN'],
    ['prometheus port', 'FL_METRICS_PORT'],
    ['longest wait between edge retries', 'FL_EDGE_MAX_BACKOFF'],
    ['malicious clients', 'FL_NUM_MALICIOUS'],
    ['enable encryption', 'FL_TLS_ENABLED'],
    ['private key of the server', 'FL_SSL_KEYFILE'],
    ['auto-scaling requirement', 'ORCH-03'],
    ['what is out of scope', 'What This Specification Does NOT Cover'],
    ['resuming from a checkpoint', '7. Resume from Checkpoint'],
    ['scaling down while training', '9.2 Scale-Down During Active Training'],
    ['why exponential backoff', 'DR-03: Exponential Backoff as Edge Default'],
    ['gpu alerts', '9.2 GPU Health Alerts'],
    ['link to a missing file', 'broken-link'],
  ]),
];

/** Queries with words that are in no title, only in the text of a section. Written before the full text search existed. */
export const TEXT_QUERIES: readonly Wanted[] = of('text', [
  ['split-brain cannot be repaired', 'SuperLink: Hard Singleton'],
  ['userland proxy', 'Health Check Script'],
  ['userland prxoy', 'Health Check Script'],
  ['PersistentKeepalive', 'WireGuard Configuration'],
  ['persistentkepalive', 'WireGuard Configuration'],
  ['scheduling jitter in training loops', '5b. Attribute Justification'],
  ['clock throttling', '6.6 Key DCGM Metrics'],
  ['clok throttlng', '6.6 Key DCGM Metrics'],
  ['several superlinks with separate state', 'spec/14 10. Anti-Patterns'],
  ['is the configuration idempotent', 'Rationale'],
  ['email webhook slack', '2. Monitoring Architecture Diagram'],
  ['one socket and the number of cores', '5b. Attribute Justification'],
]);

/** Queries that were written after the ranking and that it was never tuned for. */
export const UNSEEN: readonly Wanted[] = [
  ...of('misspelled', [
    ['FL_CHEKPOINT_ENABLD', 'FL_CHECKPOINT_ENABLED'],
    ['gprc keepalive timeout', 'FL_GRPC_KEEPALIVE_TIMEOUT'],
    ['FL_MTERICS_PORT', 'FL_METRICS_PORT'],
    ['proximl mu', 'FL_PROXIMAL_MU'],
    ['trimbeta', 'FL_TRIM_BETA'],
    ['contextualisation refernce', 'Contextualization Variable Reference'],
    ['use case tempaltes', 'Pre-Built Use Case Templates'],
    ['gpu passtrough', 'GPU Passthrough Stack'],
    ['anomoly detection', '5. Use Case 2: Anomaly Detection'],
    ['inmutability model', '13. Immutability Model'],
  ]),
  ...of('paraphrased', [
    ['gpu memory share', 'FL_GPU_MEMORY_FRACTION'],
    ['log output format', 'FL_LOG_FORMAT'],
    ['address of the superlink', 'FL_SUPERLINK_ADDRESS'],
    ['which aggregation strategy', 'FL_STRATEGY'],
    ['fedprox', '2.2 FedProx'],
    ['metrics exporter enable', 'FL_METRICS_ENABLED'],
    ['certificate renewal', 'Certificate Validity and Renewal'],
    ['supernode crashes while running', 'SuperNode Crash While RUNNING'],
    ['requirement for logging', 'OBS-01'],
    ['count in prose is wrong', 'wrong-count'],
  ]),
];
