import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const text = (last: string, ...others: string[]): Record<string, string> => ({
  'g/a.md': `# A\n\n${others.join('\n\n')}\n\n## B\n\nAs said above.\n\n${last}\n`,
});
const exporter = (last: string, port = '9400'): Record<string, string> =>
  text(
    last,
    `The exporter is a sidecar on port ${port} with metrics.`,
    `The sidecar exports metrics on port ${port}.`,
    `Open port ${port} for the exporter.`,
    `Its own port ${port} is free.`,
  );
const superlink = (last: string): Record<string, string> =>
  text(last, 'Clients dial the fleet endpoint 10.0.9.5:9092.', 'The fleet endpoint is `10.0.9.5:9092`.');
const found = (written: string, meant: string, places: number, line: number) => ({
  message: `${written} stands only here; ${meant} stands beside the same words, and in ${places} places in all.`,
  suggestion: meant,
  related: [`g/a.md:${line} ${meant}`],
});

ruleTest(ruleById('misspelled-number')!, {
  good: {
    'the same number': exporter('Prometheus reads the metrics of the sidecar on port 9400.'),
    'other words': exporter('The proxy listens on port 9401.'),
    'a number that two places have': exporter('The sidecar with metrics has 9401, then 9401.'),
    'a number that differs by more': exporter('The sidecar has metrics on port 9455.'),
    'a part of a name': exporter('The sidecar with metrics follows RFC-9401.'),
    'a year': text('The sidecar has metrics since 2025.', 'Port 2024. Port 2024. Port 2024. Port 2024.'),
    'a number that is no port': text(
      'The sidecar has 9401 metrics.',
      'The sidecar has 9400 metrics, or 9400, 9400 and 9400.',
    ),
    'a bound': text('Users are up to 99999.', ...Array.from({ length: 4 }, () => 'Users run as UID 49999.')),
    'the port of examples': exporter('Prometheus reads the metrics of the sidecar on port 8081.', '8080'),
    'the same block': text(
      '```sh\ndial_fleet 10.0.9.5:9092\n\n\n\n\ndial_fleet 10.0.9.5:9092\n\n\n\n\ndial_fleet 10.0.9.6:9092\n```',
    ),
    'a few lines below': text(
      'Clients dial the fleet endpoint 10.0.9.5:9092.\n\nThe fleet endpoint is `10.0.9.5:9092`.\n\nClients dial the other fleet endpoint 10.0.9.6:9092.',
    ),
    'another port': superlink('Clients dial the fleet endpoint 10.0.9.6:9093.'),
    'two parts of the address': superlink('Clients dial the fleet endpoint 10.0.8.6:9092.'),
  },
  bad: {
    'a neighbouring port': {
      files: exporter('Prometheus reads the metrics of the sidecar on port ⟦9401⟧.'),
      ...found('9401', '9400', 4, 3),
    },
    'a digit less, in code': {
      files: text(
        '```sh\nchown_app_user ⟦4999⟧\n```',
        ...['chown', 'app', 'user'].map((word) => `The ${word} of the app user is UID 49999.`),
        'It is user 49999.',
      ),
      ...found('4999', '49999', 4, 3),
    },
    'one part of an address': {
      files: superlink('Each client dials the fleet endpoint ⟦10.0.9.6:9092⟧.'),
      ...found('10.0.9.6:9092', '10.0.9.5:9092', 2, 3),
    },
    'exchanged digits of an address': {
      files: superlink('Each client dials the fleet endpoint ⟦10.0.5.9:9092⟧.'),
      ...found('10.0.5.9:9092', '10.0.9.5:9092', 2, 3),
    },
  },
});
