import { describe, expect, test } from 'vitest';
import { ruleById } from '#specgraph';
import { viewOfFiles } from '../../helpers/view-of.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

const rule = ruleById('misspelled-name')!;

/** A document in which a name stands several times. */
const often = (name: string, uses = 4): string => `# A\n\n${`The \`${name}\`.\n\n`.repeat(uses)}`;

ruleTest(rule, {
  good: {
    'a name that stands twice': {
      'g/a.md': `${often('max_connections')}\`max_conections\` and \`max_conections\`.\n`,
    },
    'a name that stands three times is no evidence': {
      'g/a.md': `${often('max_connections', 3)}\`max_conections\`.\n`,
    },
    'the word stands in prose as well': {
      'g/a.md': `${often('client_evaluate')}Elevate it. \`client_elevate\` lifts.\n`,
    },
    'outside of code': { 'g/a.md': `${often('max_connections')}The max_conections.\n` },
  },
  bad: {
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
    'a folder of a path': {
      files: {
        'g/a.md': often('/opt/app/scripts/run.sh', 5),
        'g/b.md': '# B\n\nIt is in `⟦/opt/app/script/stop.sh⟧`.\n',
      },
      message: '"/opt/app/script/stop.sh" stands once, "/opt/app/scripts" stands 5 times.',
      suggestion: '/opt/app/scripts',
      related: ['g/a.md:3 "/opt/app/scripts"'],
    },
  },
});

describe('pairs of a rare and a frequent name', () => {
  const said = (rare: string, frequent: string): boolean =>
    [
      ...rule.check(viewOfFiles({ 'spec/a.md': `${often(frequent)}And \`${rare}\`.\n` }), {
        config: {},
        contracts: [],
      }),
    ].length > 0;

  test.each([
    ['podRepacementPolicy', 'podReplacementPolicy'],
    ['SINGLE_NODE_WRTIER', 'SINGLE_NODE_WRITER'],
    ['dev-dependencoes', 'dev-dependencies'],
    ['initilise_server', 'initialise_server'],
    ['config.serrver.port', 'config.server.port'],
    ['/opt/flower/confgure.sh', '/opt/flower/configure.sh'],
    ['fl_aggregateed_loss', 'fl_aggregated_loss'],
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
    ['http://example.com/schemas/bar', 'http://example.com/schema/bar'],
  ])('%s is no slip for %s', (rare, frequent) => {
    expect(said(rare, frequent)).toBe(false);
  });
});
