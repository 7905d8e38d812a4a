import { ruleById, type SpecConfigInput } from '#specgraph';
import { kindsConfig } from '../../helpers/kinds.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

type Kinds = NonNullable<SpecConfigInput['kinds']>;

/** Options of a program: each has a row of limits, and stands in the sample call. */
const OPTIONS: Kinds = {
  option: {
    defined: { table: 'Option' },
    fields: { default: ['Default', 'Default value'] },
    facets: {
      limit: [{ document: 'cli', section: 'Limits' }],
      sample: {
        in: 'code',
        title: 'line in the sample call',
        places: [{ document: 'cli', section: 'Sample' }],
      },
    },
  },
};

const cli = (rows: string, limits: string, sample: string): string =>
  `# Options\n\n| Option | Default value |\n|---|---|\n${rows}\n\n## Limits\n\n| Option | Range |\n|---|---|\n${limits}\n\n## Sample\n\n\`\`\`sh\n${sample}\n\`\`\`\n`;

/** Settings with dots in their names, which stand in the text of two documents. */
const SETTINGS: Kinds = {
  setting: {
    defined: { table: 'Setting', document: 'settings' },
    facets: {
      upgradeNote: {
        in: 'text',
        needs: 'all',
        places: [
          { document: 'upgrade', section: '2' },
          { document: 'settings', section: 'Notes' },
        ],
        except: ['log.level'],
      },
    },
  },
};

const settings = (table: string, notes: string, upgrade: string): Record<string, string> => ({
  ...kindsConfig(SETTINGS),
  'spec/settings.md': `# Settings\n\n| Setting | Default |\n|---|---|\n${table}\n\n## Notes\n\n${notes}\n`,
  'spec/upgrade.md': `# Upgrade\n\n## 1. Before\n\nSave.\n\n## 2. After\n\n${upgrade}\n`,
});

/** Error codes that are written with zeros in one place and without them in another one. */
const CODES: Kinds = {
  code: {
    defined: { headings: 'Error {n}' },
    mentioned: 'E-{n}',
    facets: { answer: [{ document: 'errors', section: 'Answers' }] },
  },
};

const codes = (answers: string): Record<string, string> => ({
  ...kindsConfig(CODES),
  'spec/errors.md': `# Errors\n\n## Error 7\n\nGone.\n\n## Error ⟦12⟧\n\nBusy.\n\n## Answers\n\n| Code | What to do |\n|---|---|\n${answers}\n`,
});

/** Metrics, one of which begins with the name of another one. */
const METRICS: Kinds = {
  metric: {
    defined: { list: true, in: 'Metrics' },
    facets: { panel: { in: 'text', title: 'panel', places: [{ document: 'metrics', section: 'Panels' }] } },
  },
};

const metrics = (list: string, panels: string): Record<string, string> => ({
  ...kindsConfig(METRICS),
  'spec/metrics.md': `# Monitoring\n\n## Metrics\n\n${list}\n\n## Panels\n\n${panels}\n`,
});

const unmarked = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(/[⟦⟧]/g, '')]));

ruleTest(ruleById('incomplete-definition')!, {
  good: {
    'a section that does not exist is a mistake of the configuration': {
      ...kindsConfig({
        option: { defined: { table: 'Option' }, facets: { limit: [{ document: 'cli', section: '9' }] } },
      }),
      'spec/cli.md': cli('| `--port` | 1 |', '', ''),
    },
    'options in every place': {
      ...kindsConfig(OPTIONS),
      'spec/cli.md': cli(
        '| `--port` | 1 |\n| `-v` | no |',
        '| `--port` | 1-9 |\n| `-v`, `--verbose` | - |',
        'run --port 1 -v',
      ),
    },
    'settings in both documents, one is excepted': settings(
      '| `net.port` | 1 |\n| `log.level` | info |',
      'The key `net.port` is read once.',
      'Set net.port anew.',
    ),
    'codes in another spelling': unmarked(codes('| E-07 | Leave |\n| E-12 | Wait |')),
    'metrics with a common beginning': metrics(
      '- `jobs`: all\n- `jobs_failed`: some',
      'Shows `jobs` and rate(jobs_failed[5m]).',
    ),
    'a kind without facets': {
      ...kindsConfig({ option: { defined: { table: 'Option' } } }),
      'spec/cli.md': cli('| `--port` | 1 |', '| `--host` | - |', 'run'),
    },
  },
  bad: {
    'an option without a row': {
      files: {
        ...kindsConfig(OPTIONS),
        'spec/cli.md': cli(
          '| `--port` | 1 |\n| ⟦`--port-range`⟧ | 2 |',
          '| `--port` | 1-9 |',
          'run --port 1 --port-range 2',
        ),
      },
      message: 'The option "--port-range" has no limit in spec/cli.md, "Limits".',
      suggestion: 'add a limit there',
      related: ['spec/cli.md:8 where it must stand'],
    },
    'an option that the sample lacks': {
      files: {
        ...kindsConfig(OPTIONS),
        'spec/cli.md': cli('| ⟦`--port`⟧ | 1 |', '| `--port` | 1-9 |', 'run --port-range 1'),
      },
      message: 'The option "--port" has no line in the sample call in spec/cli.md, "Sample".',
      suggestion: 'add a line in the sample call there',
      related: ['spec/cli.md:13 where it must stand'],
    },
    'a setting that only a longer one and a comment name': {
      files: settings('| ⟦`net.port`⟧ | 1 |', 'See `net.port`.', 'Set net.port.max. <!-- net.port -->'),
      message: 'The setting "net.port" has no upgrade note in spec/upgrade.md, Section 2.',
      suggestion: 'add an upgrade note there',
      related: ['spec/upgrade.md:7 where it must stand'],
    },
    'a code without an answer': {
      files: codes('| E-7 | Leave |'),
      message: 'The code "12" has no answer in spec/errors.md, "Answers".',
      suggestion: 'add an answer there',
      related: ['spec/errors.md:11 where it must stand'],
    },
    'a metric without a panel': {
      files: metrics('- `⟦jobs⟧`: all\n- `jobs_failed`: some', 'Shows jobs_failed.'),
      message: 'The metric "jobs" has no panel in spec/metrics.md, "Panels".',
      suggestion: 'add a panel there',
      related: ['spec/metrics.md:8 where it must stand'],
    },
  },
});
