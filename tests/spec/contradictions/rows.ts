/**
 * The contradictions that readers found in an earlier state of the documents, each as an edit that puts its like back, and
 * what catches it: a rule of `check` at the place of the edit, or an assertion about the scripts and blocks of the documents.
 */
import type { GraphView } from '#specgraph';
import {
  alertsThatCannotFire,
  baseImagesAgainstDockerfiles,
  bootTimesAgainstTable,
  templatesBelowClientMinimum,
  unknownFlowerImports,
  unknownStrategyArguments,
} from '../blocks/block-checks.ts';
import {
  functionsDefinedTwice,
  netcatRowsAgainstScripts,
  quotedCallsThatNoScriptMakes,
  requestsWithoutLimit,
} from '../boot/function-checks.ts';
import {
  discoveryLeavesNoAddress,
  edgeVariablesAreIgnored,
  keysWrittenTwice,
  pullsAtSecondBoot,
  waitsWithoutWarning,
} from './boot-checks.ts';

export interface Contradiction {
  what: string;
  /** Number of the document that is edited. */
  document: string;
  find: string | RegExp;
  /** Replaces what is found; `$&` stands for it. */
  by: string;
  /** The rule of `check` that reports the edited line. */
  rule?: string;
  /** A check that gives faults for the edited documents, and none for those of today. */
  faults?(graph: GraphView): string[] | Promise<string[]>;
  /** It boots scripts. */
  needsBash?: boolean;
}

const CERTIFICATE_MESSAGE = 'FL_SSL_CA_CERTFILE does not hold a valid base64-encoded PEM certificate.';
const copyOf = (name: string): string => `\n\n\`\`\`bash\n${name}() {\n  return 0\n}\n\`\`\`\n`;

export const CONTRADICTIONS: readonly Contradiction[] = [
  {
    what: '1: discovery calls a function that nothing defines',
    document: '14',
    find: 'query_onegate_for_superlink "${attempt}"',
    by: 'query_onegate_for_address "${attempt}"',
    rule: 'undefined-function',
  },
  {
    what: '1: the discovery of the edge image does not leave the address that its caller reads',
    document: '14',
    find: '      SUPERLINK_ADDRESS="${endpoint}"\n',
    by: '',
    faults: discoveryLeavesNoAddress,
    needsBash: true,
  },
  {
    what: '2: a text calls the validation of the edge image in another way than the script',
    document: '03',
    find: '`validate_config supernode "${IMAGE_VARIANT}"`',
    by: '`validate_config supernode edge`',
    faults: quotedCallsThatNoScriptMakes,
  },
  {
    what: '2: the script of both images does not tell the validation which image it is',
    document: '02',
    find: 'validate_config supernode "${IMAGE_VARIANT}"',
    by: 'validate_config supernode',
    faults: edgeVariablesAreIgnored,
    needsBash: true,
  },
  {
    what: '3: the SuperLink pulls an image that an earlier boot has stored',
    document: '01',
    find: 'if docker image inspect "${repo}:${REQUESTED_VERSION}${suffix}" >/dev/null 2>&1; then',
    by: 'if [[ "${REQUESTED_VERSION}" == "${PREBAKED_VERSION}" ]]; then',
    faults: pullsAtSecondBoot,
    needsBash: true,
  },
  {
    what: '4: the validation of the use case is written in a second document',
    document: '07',
    find: /$/,
    by: copyOf('validate_use_case_compat'),
    faults: functionsDefinedTwice,
  },
  {
    what: '5: the message about a bad certificate has other words in a second place',
    document: '05',
    find: /$/,
    by: `\n\n\`\`\`bash\nlog ERROR "${CERTIFICATE_MESSAGE}"\n\`\`\`\n`,
    rule: 'conflicting-message',
  },
  {
    what: '5: the message about a bad certificate has other words in the table',
    document: '03',
    find: '`FL_SSL_CA_CERTFILE is not a valid base64-encoded PEM certificate.`',
    by: `\`${CERTIFICATE_MESSAGE}\``,
    rule: 'conflicting-message',
  },
  {
    what: '5: nothing calls a function',
    document: '05',
    find: /$/,
    by: copyOf('validate_trust_variables'),
    rule: 'unused-function',
  },
  {
    what: '6: a block of the validation is repeated where the strategies are described',
    document: '09',
    find: /$/,
    by: copyOf('validate_phase5_config'),
    faults: functionsDefinedTwice,
  },
  ...['10', '11'].map((document) => ({
    what: `7: a log level that does not exist, in spec/${document}`,
    document,
    find: document === '10' ? 'log WARN "GPU requested but' : /$/,
    by:
      document === '10'
        ? 'log WARNING "GPU requested but'
        : '\n\n```bash\nlog WARNING "GPU validation failed, see the lines above"\n```\n',
    rule: 'unknown-level',
  })),
  {
    what: '8: evaluation with too few clients is said to be skipped',
    document: '03',
    find: '3. The waiting has no limit.',
    by: '3. With fewer connected clients evaluation is skipped, not failed.',
    rule: 'contract-forbidden',
  },
  {
    what: '8: nothing warns of a minimum for evaluation that may never be reached',
    document: '03',
    find: /^ +log WARN "FL_MIN_EVALUATE_CLIENTS.*$/m,
    by: '      :',
    faults: waitsWithoutWarning,
    needsBash: true,
  },
  {
    what: '8: the role may have fewer VMs than the SuperLink waits for',
    document: '08',
    find: '"min_vms": 2',
    by: '"min_vms": 1',
    faults: templatesBelowClientMinimum,
  },
  {
    what: '9: code imports a strategy from the older API',
    document: '14',
    find: 'from flwr.serverapp.strategy import FedAvg',
    by: 'from flwr.server.strategy import FaultTolerantFedAvg',
    faults: unknownFlowerImports,
  },
  {
    what: '9: code passes an argument that only the older API has',
    document: '14',
    find: /$/,
    by: '\n\n```python\nstrategy = FedAvg(accept_failures=True)\n```\n',
    faults: unknownStrategyArguments,
  },
  {
    what: '10: two functions write the keepalive keys into one file',
    document: '02',
    find: "    keepalive_env\n    printf 'FL_LOG_FORMAT",
    by: "    keepalive_env\n    printf 'FLOWER_GRPC_KEEPALIVE_TIME_MS=%s\\n' 60000\n    printf 'FL_LOG_FORMAT",
    faults: keysWrittenTwice,
    needsBash: true,
  },
  {
    what: '11: netcat is said to be used by scripts that do not call it',
    document: '14',
    find: 'TCP checks for diagnostics by hand; no script of the appliance uses it, see spec/02, Section 2',
    by: 'TCP checks in the health and OneGate pre-check scripts',
    faults: netcatRowsAgainstScripts,
  },
  {
    what: '12: a function is said to run in a step that does not name it',
    document: '07',
    find: 'Section 7, Step 5, beside the image selection',
    by: 'Section 7, Step 6, beside the image selection',
    rule: 'missing-from-step',
  },
  {
    what: '12: the events of the GPU are said to be called in a step that does not name them',
    document: '13',
    find: 'called after the detection (spec/02, Step 9) as `report_gpu',
    by: 'called after the detection (spec/02, Step 8) as `report_gpu',
    rule: 'missing-from-step',
  },
  {
    what: '12: a function is called and not defined',
    document: '13',
    find: '  write_dcgm_unit "${image}"',
    by: '  write_exporter_unit "${image}"',
    rule: 'undefined-function',
  },
  {
    what: '13: the heading names the opposite order of removal',
    document: '14',
    find: '### 9.3 VM Removal Order: Oldest First',
    by: '### 9.3 VM Removal Order: Newest First',
    rule: 'opposite-order',
  },
  {
    what: '13: another document names the opposite order of removal',
    document: '08',
    find: 'OneFlow removes the oldest VMs first',
    by: 'OneFlow removes the newest VMs first',
    rule: 'opposite-order',
  },
  {
    what: '14: a table asks for twice what the section asks for',
    document: '14',
    find: 'a cascade of failed rounds | the cooldown of Section 9.4 |',
    by: 'a cascade of failed rounds | cooldown of at least 2 x the round duration |',
    rule: 'conflicting-multiple',
  },
  {
    what: '15: the steps are counted in another way',
    document: '04',
    find: 'The boot has 12 counted steps with and without TLS',
    by: 'The boot has 13 counted steps with TLS',
    rule: 'wrong-count',
  },
  {
    what: '16: the table names another base image than the Dockerfile',
    document: '06',
    find: '| Base image | `flwr/supernode:1.25.0-py3.12-ubuntu24.04`',
    by: '| Base image | `flwr/supernode:1.25.0-py3.13-ubuntu24.04`',
    faults: baseImagesAgainstDockerfiles,
  },
  {
    what: '17: an alert asks for a status that the exporter never shows',
    document: '13',
    find: 'expr: fl_round_current == 0 and on(instance) (fl_training_status == 1)',
    by: 'expr: fl_round_current == 0 and on(instance) (fl_training_status == 0)',
    faults: alertsThatCannotFire,
  },
  {
    what: 'the boot of a SuperNode takes another time in the timeline',
    document: '08',
    find: '**When:** 20-35 s each, in parallel; the first',
    by: '**When:** 30-335 s each, in parallel; the first',
    faults: bootTimesAgainstTable,
  },
  {
    what: 'a request has no limit, so the wait has none',
    document: '02',
    find: '  answer="$(curl --silent --max-time 10 ',
    by: '  answer="$(curl --silent ',
    faults: requestsWithoutLimit,
  },
  {
    what: 'a decision is called deferred, and nothing is',
    document: '10',
    find: /^\*\*Status:\*\* Accepted$/m,
    by: '**Status:** Deferred',
    rule: 'stale-preview',
  },
  {
    what: 'a range of steps ends behind the last one',
    document: '01',
    find: 'repeats Steps 2-12 with',
    by: 'repeats Steps 2-13 with',
    rule: 'broken-step',
  },
];
