import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const document = (last: string, first = 'Fleet API (9092)'): Record<string, string> => ({
  'g/a.md': `# A\n\nThe ${first} takes clients. Open port 9092.\n\nClients dial the Fleet API, port 9092.\n\nA proxy uses the Fleet API on port 9092.\n\n${last}\n`,
});
const found = {
  message: 'The port of Fleet API is 9093 only here, and 9092 in 3 other places.',
  suggestion: '9092',
  related: ['g/a.md:3 port 9092'],
};

ruleTest(ruleById('conflicting-port')!, {
  good: {
    'the same port': document('The check asks the Fleet API, port 9092.'),
    'other words': document('The check asks the Control API, port 9093.'),
    'a port that two places state': document('The Fleet API (9093). The Fleet API, port 9093.'),
    'three ports': document('The Fleet API (9093). The Fleet API, port 9094.'),
    'too few uses': document('The check asks the Fleet API, port 9093.', 'server'),
    'a number of something': document('The Fleet API (9093 calls a day) is fast.'),
    'words that name nothing': document('The proxy, not port 9092, with port 9093.'),
  },
  bad: {
    'behind the word': { files: document('The check asks the Fleet API, port ⟦9093⟧.'), ...found },
    'in parentheses': { files: document('It is the Fleet API (⟦9093⟧).'), ...found },
    'with a protocol': { files: document('It is the Fleet API (TCP ⟦9093⟧).'), ...found },
    'in a diagram': { files: document('```text\n│ Fleet API   :⟦9093⟧ │\n```'), ...found },
  },
});
