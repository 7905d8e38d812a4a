import { otherKeys } from '../../../src/specgraph/rules/shared/near-forms.ts';
import { describe, expect, test } from 'vitest';
import { ruleById } from '#specgraph';
import { viewOfFiles } from '../../helpers/view-of.ts';
import { problemsOf, ruleTest } from '../../helpers/rule-test.ts';

const rule = ruleById('misspelled-name')!;

/** A document in which a name stands several times. */
const often = (name: string, uses = 4): string => `# A\n\n${`The \`${name}\`.\n\n`.repeat(uses)}`;

ruleTest(rule, {
  good: {
    'a name that stands twice': {
      'g/a.md': `${often('max_connections')}\`max_conections\` and \`max_conections\`.\n`,
    },
    'the plural of an option': {
      'g/a.md': `${often('--out-dir')}Several \`--out-dirs\`.\n`,
    },
    'a name that stands once is no evidence': {
      'g/a.md': `${often('max_connections', 1)}\`max_conections\`.\n`,
    },
    'another extension of a file that may exist as well': {
      'g/a.md': `${often('/app/main.ts')}It is compiled to \`/app/main.js\`.\n`,
    },
    'another way to separate the words of a key': {
      'g/a.md': `${often('max-retries', 6)}The key is \`max_retries\`.\n`,
    },
    'a name whose words are joined in several ways': {
      'g/a.md': `${often('app.user_id', 6)}\`app.user.id\`.\n`,
    },
    'a flag without its hyphens': { 'g/a.md': `${often('--root-dir', 6)}Its name is \`root-dir\`.\n` },
    'two words that are one': { 'g/a.md': `${often('file_name', 6)}\`filename\`.\n` },
    'a name in capitals without a prefix that few names have': {
      'g/a.md': `${often('APP_LOG_LEVEL')}\`LOG_LEVEL\`.\n`,
    },
    'the word stands in prose as well': {
      'g/a.md': `${often('client_evaluate')}Elevate it. \`client_elevate\` lifts.\n`,
    },
    'the plural of a name that is no flag and no file': {
      'g/a.md': `${often('max_retry')}A list of \`max_retries\`. One \`pods.spec\` of \`pod.spec\`, \`pod.spec\`.\n`,
    },
    'the plural of the last word': { 'g/a.md': `${often('app_client_name')}All \`app_client_names\`.\n` },
    'a type and its value': { 'g/a.md': `${often('RetryLimit')}\`retryLimit\` is one.\n` },
    'few words in another order': { 'g/a.md': `${often('read_only', 6)}\`only_read\`.\n` },
    'a header of C': { 'g/a.md': `${often('czstring', 9)}The functions of \`<cstring>\`.\n` },
    'the beginning of several names': { 'g/a.md': `${often('/send', 9)}Call \`/send_[join|leave]\`.\n` },
    'one of several': { 'g/a.md': `${often('/api/v1/users', 9)}\`/api/v1/user/{id}/data\`.\n` },
    'outside of code': { 'g/a.md': `${often('max_connections')}The max_conections.\n` },
    'a short word of a name that stands once': {
      'g/a.md': `${often('power_units', 9)}The \`no_uints\`.\n`,
    },
    'another file of the same stem that other files stand beside': {
      'g/a.md': `${often('/opt/app/ca.crt')}The key is \`/opt/app/ca.key\`.\n`,
    },
    'another extension of a stem that many kinds of files have': {
      'g/a.md': `${often('config.env')}Set it in \`config.conf\`, not in \`config.yaml\` or \`config.yaml\`.\n`,
    },
    'a type and its value in another order': {
      'g/a.md': `${often('queryResultPath', 8)}\`ResultQueryPath\` is a type.\n`,
    },
    'a folder beside another neighbour': {
      'g/a.md': `${often('/opt/data/records.jsonl')}One \`/srv/input/record.jsonl\`.\n`,
    },
    'a folder of a package in another language': {
      'g/a.md': `${often('lib/base-values/src')}The feature \`base_values/src\`.\n`,
    },
    'a file in the folders of two programs': {
      'g/a.md': `${often('/etc/app/run-config.toml')}\`/home/app/run-config.toml\`.\n`,
    },
    'a short name of a file in another folder': {
      'g/a.md': `${often('/opt/app/main.conf')}\`/opt/tool/main.conf\`.\n`,
    },
    'another form of a word in a name of two words': {
      'g/a.md': `${often('from_str')}\`from_string\` and \`checked_by\`, \`check_by\`.\n`,
    },
    'the plural of a word, and another number': {
      'g/a.md': `${often('read_event_name')}\`all.read_events_name\`. ${often('max_v1_size')} \`max_v10_size\`.\n`,
    },
    'a form of two frequent names': {
      'g/a.md': `${often('app_failed_total')}${often('app_failing_total')}\`app_failures_total\`.\n`,
    },
    'a flag and its opposite': { 'g/a.md': `${often('--no-default-features')}\`--default-features\`.\n` },
    'a field of an object at hand': { 'g/a.md': `${often('self.inner.as_ptr')}\`self.as_ptr\`.\n` },
    'a type of a namespace': {
      'g/a.md': `${often('System.Collections.Generic.IList')}\`System.Collections.IList\`.\n`,
    },
    'a path through an object beside two longer ones': {
      'g/a.md': `${often('node.info.name')}${often('node.data.name')}\`node.name\`.\n`,
    },
    'few words in capitals in another order': {
      'g/a.md': `${often('APP_MAX_SIZE')}\`APP_SIZE_MAX\`.\n`,
    },
    'a page without its extension': {
      'g/a.md': `${often('hack/local-up.sh')}The cluster of \`hack/local-up\`.\n`,
    },
  },
  bad: {
    'a file in another folder': {
      files: {
        'g/a.md': `${often('/var/log/app/app-boot.log')}Read \`⟦/var/log/server/app-boot.log⟧\`.\n`,
      },
      message: '"/var/log/server/app-boot.log" stands once, "/var/log/app/app-boot.log" stands 4 times.',
      suggestion: '/var/log/app/app-boot.log',
      related: ['g/a.md:3 "/var/log/app/app-boot.log"'],
    },
    'a short name of a file in another folder of the same two': {
      files: { 'g/a.md': `${often('/opt/app/config/tls.env', 3)}Read \`⟦/opt/app/certs/tls.env⟧\`.\n` },
      message: '"/opt/app/certs/tls.env" stands once, "/opt/app/config/tls.env" stands 3 times.',
      suggestion: '/opt/app/config/tls.env',
      related: ['g/a.md:3 "/opt/app/config/tls.env"'],
    },
    'a folder on a long way to a file': {
      files: {
        'g/a.md': `${often('/var/lib/one/etc/im/host-probes.d/pci.conf', 2)}\`⟦/var/lib/one/etc/im/host.d/pci.conf⟧\`.\n`,
      },
      message:
        '"/var/lib/one/etc/im/host.d/pci.conf" stands once, "/var/lib/one/etc/im/host-probes.d/pci.conf" stands 2 times.',
      suggestion: '/var/lib/one/etc/im/host-probes.d/pci.conf',
      related: ['g/a.md:3 "/var/lib/one/etc/im/host-probes.d/pci.conf"'],
    },
    'another form of one of three words': {
      files: { 'g/a.md': `${often('app_clients_failed_total', 3)}\`⟦app_clients_failures_total⟧\`.\n` },
      message: '"app_clients_failures_total" stands once, "app_clients_failed_total" stands 3 times.',
      suggestion: 'app_clients_failed_total',
      related: ['g/a.md:3 "app_clients_failed_total"'],
    },
    'the beginning of a word in a name with capitals': {
      files: { 'g/a.md': `${often('FedTrimmedAvg', 3)}\`⟦FedTrimAvg⟧\`.\n` },
      message: '"FedTrimAvg" stands once, "FedTrimmedAvg" stands 3 times.',
      suggestion: 'FedTrimmedAvg',
      related: ['g/a.md:3 "FedTrimmedAvg"'],
    },
    'a flag without a word inside': {
      files: { 'g/a.md': `${often('--fleet-api-address', 3)}\`⟦--fleet-address⟧\`.\n` },
      message: '"--fleet-address" stands once, "--fleet-api-address" stands 3 times.',
      suggestion: '--fleet-api-address',
      related: ['g/a.md:3 "--fleet-api-address"'],
    },
    'a path through an object without a key': {
      files: { 'g/a.md': `${often('info.VM.USER.name', 3)}Read \`⟦info.USER.id⟧\`.\n` },
      message: '"info.USER" in "info.USER.id" stands once, "info.VM.USER" stands 3 times.',
      suggestion: 'info.VM.USER.id',
      related: ['g/a.md:3 "info.VM.USER"'],
    },
    'a path through an object with a part of a key': {
      files: { 'g/a.md': `${often('VM.USER_TEMPLATE.name', 3)}Read \`⟦VM.TEMPLATE.name⟧\`.\n` },
      message: '"VM.TEMPLATE" in "VM.TEMPLATE.name" stands once, "VM.USER_TEMPLATE" stands 3 times.',
      suggestion: 'VM.USER_TEMPLATE.name',
      related: ['g/a.md:3 "VM.USER_TEMPLATE"'],
    },
    'words in capitals in another order': {
      files: { 'g/a.md': `${often('DEV_FI_GPU_UTIL', 2)}\`⟦DEV_FI_UTIL_GPU⟧\`.\n` },
      message: '"DEV_FI_UTIL_GPU" stands once, "DEV_FI_GPU_UTIL" stands 2 times.',
      suggestion: 'DEV_FI_GPU_UTIL',
      related: ['g/a.md:3 "DEV_FI_GPU_UTIL"'],
    },
    'a file without its extension': {
      files: { 'g/a.md': `${often('/run/app/token.txt')}Read \`⟦/run/app/token⟧\`.\n` },
      message: '"token" in "/run/app/token" stands once, "token.txt" stands 4 times.',
      suggestion: '/run/app/token.txt',
      related: ['g/a.md:3 "token.txt"'],
    },
    'a file whose name has its words in another order': {
      files: {
        'g/a.md': `${often('/opt/app/check-host-disk.sh')}Run \`⟦/opt/app/check-disk-host.sh⟧\`.\n`,
      },
      message:
        '"check-disk-host.sh" in "/opt/app/check-disk-host.sh" stands once, "check-host-disk.sh" stands 4 times.',
      suggestion: '/opt/app/check-host-disk.sh',
      related: ['g/a.md:3 "check-host-disk.sh"'],
    },
    'the singular of a file that stands often beside one folder': {
      files: {
        'g/a.md': `${often('records.jsonl')}\`/app/data/records.jsonl\`. See \`/opt/app\` and \`⟦/opt/data/record.jsonl⟧\`.\n`,
      },
      message: '"record.jsonl" in "/opt/data/record.jsonl" stands once, "records.jsonl" stands 5 times.',
      suggestion: '/opt/data/records.jsonl',
      related: ['g/a.md:11 "records.jsonl"'],
    },
    'a folder between the same neighbours': {
      files: {
        'g/a.md': `${often('im/host-probes.d/pci.conf', 2)}See \`/etc/im\` and \`⟦/etc/im/host-probe.d/pci.conf⟧\`.\n`,
      },
      message:
        '"host-probe.d" in "/etc/im/host-probe.d/pci.conf" stands once, "host-probes.d" stands 2 times.',
      suggestion: '/etc/im/host-probes.d/pci.conf',
      related: ['g/a.md:3 "host-probes.d"'],
    },
    'another extension, where the stem has a third one': {
      files: {
        'g/a.md': `${often('/opt/app/ca.crt')}\`/opt/app/ca.key\` and \`⟦/opt/app/ca.pem⟧\`.\n`,
      },
      message: '"/opt/app/ca.pem" stands once, "/opt/app/ca.crt" stands 4 times.',
      suggestion: '/opt/app/ca.crt',
      related: ['g/a.md:3 "/opt/app/ca.crt"'],
    },
    'words of a name with capitals in another order': {
      files: { 'g/a.md': `${often('queryResultPath', 8)}Read \`⟦resultQueryPath⟧\`.\n` },
      message: '"resultQueryPath" stands once, "queryResultPath" stands 8 times.',
      suggestion: 'queryResultPath',
      related: ['g/a.md:3 "queryResultPath"'],
    },
    'a separator between two words that are one elsewhere': {
      files: { 'g/a.md': `${often('X-App-UserId')}Send \`⟦X-App-User-Id⟧\`.\n` },
      message: '"X-App-User-Id" stands once, "X-App-UserId" stands 4 times.',
      suggestion: 'X-App-UserId',
      related: ['g/a.md:3 "X-App-UserId"'],
    },
    'a letter is missing': {
      files: { 'g/a.md': `${often('max_connections')}Set \`⟦max_conections⟧\`.\n` },
      message: '"max_conections" stands once, "max_connections" stands 4 times.',
      suggestion: 'max_connections',
      related: ['g/a.md:3 "max_connections"'],
    },
    'in a code block of another document': {
      files: {
        'g/a.md': often('--fraction-evaluate'),
        'g/b.md': '# B\n\n```sh\nrun ⟦--fraction-evalaute⟧ 0.5\n```\n',
      },
      message: '"--fraction-evalaute" stands once, "--fraction-evaluate" stands 4 times.',
      suggestion: '--fraction-evaluate',
      related: ['g/a.md:3 "--fraction-evaluate"'],
    },
    'letters of two words are exchanged': {
      files: { 'g/a.md': `${often('FedProx')}Choose \`⟦FedrPox⟧\`.\n` },
      message: '"FedrPox" stands once, "FedProx" stands 4 times.',
      suggestion: 'FedProx',
      related: ['g/a.md:3 "FedProx"'],
    },
    'letters of two words in the last part of a name': {
      files: { 'g/a.md': `${often('FedAdam')}Choose \`⟦flwr.strategy.FeddAam⟧\`.\n` },
      message: '"FeddAam" in "flwr.strategy.FeddAam" stands once, "FedAdam" stands 4 times.',
      suggestion: 'flwr.strategy.FedAdam',
      related: ['g/a.md:3 "FedAdam"'],
    },
    'a folder of a path': {
      files: {
        'g/a.md': often('/opt/app/scripts/run.sh', 5),
        'g/b.md': '# B\n\nIt is in `⟦/opt/app/script/stop.sh⟧`.\n',
      },
      message: '"/opt/app/script/stop.sh" stands once, "/opt/app/scripts" stands 5 times.',
      suggestion: '/opt/app/scripts',
      related: ['g/a.md:3 "/opt/app/scripts"'],
    },
    'a folder at the end of a path': {
      files: {
        'g/a.md': `${often('/opt/app/certs', 5)}The cert is in \`⟦/opt/app/cert⟧\`.\n`,
      },
      message: '"/opt/app/cert" stands once, "/opt/app/certs" stands 5 times.',
      suggestion: '/opt/app/certs',
      related: ['g/a.md:3 "/opt/app/certs"'],
    },
    'a word of a name that stands nowhere else': {
      files: { 'g/a.md': `${often('default_container', 8)}Set \`⟦LIMIT_CONTANIER_SIZE⟧\`.\n` },
      message: '"contanier" in "LIMIT_CONTANIER_SIZE" stands once, "container" stands 8 times.',
      suggestion: 'LIMIT_CONTAINER_SIZE',
      related: ['g/a.md:3 "container"'],
    },
    'a name of several words in prose': {
      files: { 'g/a.md': '# A\n\nThe SuperNode calls the SuperNode. A ⟦SuperNdoe⟧ waits.\n' },
      message: '"SuperNdoe" stands once, "SuperNode" stands 2 times.',
      suggestion: 'SuperNode',
      related: ['g/a.md:3 "SuperNode"'],
    },
    'a tag of an image': {
      files: { 'g/a.md': `${often('example/node:1.25.0-noble')}Pull \`⟦example/node:1.25.0-jammy⟧\`.\n` },
      message: '"example/node:1.25.0-jammy" stands once, "example/node:1.25.0-noble" stands 4 times.',
      suggestion: 'example/node:1.25.0-noble',
      related: ['g/a.md:3 "example/node:1.25.0-noble"'],
    },
    'the singular of a flag': {
      files: { 'g/a.md': `${often('--max-retries')}Set \`⟦--max-retry⟧\`.\n` },
      message: '"--max-retry" stands once, "--max-retries" stands 4 times.',
      suggestion: '--max-retries',
      related: ['g/a.md:3 "--max-retries"'],
    },
    'the plural of a file': {
      files: { 'g/a.md': `${often('server-alert.yml')}See \`⟦server-alerts.yml⟧\`.\n` },
      message: '"server-alerts.yml" stands once, "server-alert.yml" stands 4 times.',
      suggestion: 'server-alert.yml',
      related: ['g/a.md:3 "server-alert.yml"'],
    },
    'words in another order': {
      files: { 'g/a.md': `${often('app_round_current', 5)}Read \`⟦app_current_round⟧\`.\n` },
      message: '"app_current_round" stands once, "app_round_current" stands 5 times.',
      suggestion: 'app_round_current',
      related: ['g/a.md:3 "app_round_current"'],
    },
    'other capitals': {
      files: { 'g/a.md': `${often('AppJSONFormatter')}It is \`⟦AppJsonFormatter⟧\`.\n` },
      message: '"AppJsonFormatter" stands once, "AppJSONFormatter" stands 4 times.',
      suggestion: 'AppJSONFormatter',
      related: ['g/a.md:3 "AppJSONFormatter"'],
    },
    'another extension': {
      files: { 'g/a.md': `${often('/etc/app/server.yaml')}It reads \`⟦/etc/app/server.yml⟧\`.\n` },
      message: '"/etc/app/server.yml" stands once, "/etc/app/server.yaml" stands 4 times.',
      suggestion: '/etc/app/server.yaml',
      related: ['g/a.md:3 "/etc/app/server.yaml"'],
    },
    'a path with another separator': {
      files: { 'g/a.md': `${often('example/supernode', 5)}Pull \`⟦example/super-node⟧\`.\n` },
      message: '"example/super-node" stands once, "example/supernode" stands 5 times.',
      suggestion: 'example/supernode',
      related: ['g/a.md:3 "example/supernode"'],
    },
    'a name without the prefix of its family': {
      files: {
        'g/a.md': `${often('APP_LOG_LEVEL', 3)}${'ABCDEFGHIJ'
          .split('')
          .map((letter) => `\`APP_${letter}${letter}${letter}_X\``)
          .join(' ')} and \`⟦LOG_LEVEL⟧\`.\n`,
      },
      message: '"LOG_LEVEL" stands once, "APP_LOG_LEVEL" stands 3 times.',
      suggestion: 'APP_LOG_LEVEL',
      related: ['g/a.md:3 "APP_LOG_LEVEL"'],
    },
  },
});

describe('pairs of a rare and a frequent name', () => {
  const said = (rare: string, frequent: string): boolean =>
    problemsOf(rule, viewOfFiles({ 'spec/a.md': `${often(frequent)}And \`${rare}\`.\n` })).length > 0;

  test.each([
    ['podRepacementPolicy', 'podReplacementPolicy'],
    ['SINGLE_NODE_WRTIER', 'SINGLE_NODE_WRITER'],
    ['dev-dependencoes', 'dev-dependencies'],
    ['initilise_server', 'initialise_server'],
    ['config.servicce.port', 'config.service.port'],
    ['/opt/flower/confgure.sh', '/opt/flower/configure.sh'],
    ['fl_aggregateed_loss', 'fl_aggregated_loss'],
    ['--node-ocnfig', '--node-config'],
    ['train_olss', 'train_loss'],
  ])('%s is a slip for %s', (rare, frequent) => {
    expect(said(rare, frequent)).toBe(true);
  });

  test.each([
    ['num_signatures', 'num_signature'],
    ['attached_volume', 'attacher_volume'],
    ['on_behaviour', 'on_behavior'],
    ['labelling_rules', 'labeling_rules'],
    ['normalise_input', 'normalize_input'],
    ['customerC', 'customerA'],
    ['api_version_v2', 'api_version_v1'],
    ['server-9092', 'server-9093'],
    ['orange_value', 'range_value'],
    ['distPort', 'destPort'],
    ['NODE_READY', 'node_ready'],
    ['SSAFEADD', 'SAFEADD'],
    ['useable_memory', 'usable_memory'],
    ['blockfs_count', 'blocks_count'],
    ['http://example.com/schemas/bar', 'http://example.com/schema/bar'],
  ])('%s is no slip for %s', (rare, frequent) => {
    expect(said(rare, frequent)).toBe(false);
  });
});

test('a long name in capitals and small letters is judged at once', () => {
  const judge = otherKeys([]);
  expect(judge(`${'Aa'.repeat(200)}-x`)).toBeUndefined();
});
