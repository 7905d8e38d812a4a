import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

/** Two sentences about one thing, and others, so that words can be rare. */
const document = (last: string): Record<string, string> => ({
  'g/a.md': `# A\n\nThe keepalive interval of clients is 75 s.\n\nLogs are kept for 90 days.\n\nThe disk holds 40 GB.\n\nThe keepalive interval of servers is 75 s.\n\n${last}\n`,
});
const ATTEMPTS = 'Discovery by OneGate makes 30 attempts, 10 s apart.\n\n';
/** Sentences that count, each with words of its own. */
const FILLERS = ['disk', 'log', 'queue', 'lease', 'cache', 'token', 'round', 'probe', 'index', 'shard']
  .map((word, i) => `A ${word} lasts ${i + 2} days.\n\n`)
  .join('');
const repeated = (last: string): Record<string, string> => ({
  'g/a.md': `# A\n\n${ATTEMPTS.repeat(3)}${FILLERS}${FILLERS.replaceAll('lasts', 'waits')}${last}\n`,
});

ruleTest(ruleById('conflicting-quantity')!, {
  good: {
    'the same quantity': document('The keepalive interval of clients is 75 s here.'),
    'the same in another unit': document('The keepalive interval of clients is 75000 ms.'),
    'another subject': document('A backup of the certificates may take 75 min.'),
    'a number with three units': document('It waits 75 h. The keepalive interval of clients is 75 min.'),
    'another number': document('The keepalive interval of clients is 80 s.'),
    'the same attempts': repeated('Discovery by OneGate makes 30 attempts, 10 s apart, at least.'),
    'attempts beside another time': repeated('Discovery by OneGate makes 33 attempts, 20 s apart.'),
  },
  bad: {
    'another unit': {
      files: document('The keepalive interval of clients is ⟦75 min⟧.'),
      message: '"75 min" stands only here; 2 other places that speak of the same say "75 s".',
      suggestion: '75 s',
      related: ['g/a.md:3 "75 s"'],
    },
    'another number beside the same': {
      files: repeated('Discovery by OneGate makes ⟦33 attempts⟧, 10 s apart.'),
      message: '"33 attempts" stands only here; 3 other places that speak of the same say "30 attempts".',
      suggestion: '30 attempts',
      related: ['g/a.md:3 "30 attempts"'],
    },
  },
});
