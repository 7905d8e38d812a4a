import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const document = (last: string, first = 'port 9092'): Record<string, string> => ({
  'g/a.md': `# A\n\nIt has ${first}, port 9092.\n\n\`\`\`yaml\nport: 9092\naddress: "0.0.0.0:9092"\n\`\`\`\n\n${last}\n`,
});
const found = {
  message: 'Port 9902 stands only here; 9092 stands in 4 other places.',
  suggestion: '9092',
  related: ['g/a.md:3 port 9092'],
};

ruleTest(ruleById('misspelled-port')!, {
  good: {
    'the same port': document('Open port 9092.'),
    'a port next to it': document('Open port 9093 and port 9091.'),
    'a port that stands twice': document('Open port 9902 and port 9902.'),
    'a number that is no port': document('It has 9902 parts.'),
    'too few uses': document('Open port 9902.', 'a port'),
  },
  bad: {
    'in prose': { files: document('Open port ⟦9902⟧.'), ...found },
    'behind a protocol': { files: document('Open TCP ⟦9902⟧.'), ...found },
    'in an address': { files: document('Connect to `10.0.0.5:⟦9902⟧`.'), ...found },
    'in a key': { files: document('```json\n{ "metricsPort": ⟦9902⟧ }\n```'), ...found },
    'in a diagram': { files: document('```text\n│ gRPC :⟦9902⟧ │\n```'), ...found },
  },
});
