import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const document = (last: string, id = '49999'): Record<string, string> => ({
  'g/a.md': `# A\n\nThe user is UID ${id}; files belong to \`${id}:${id}\`.\n\n\`\`\`bash\ninstall -d -o ${id} -g ${id} /opt/a\n\`\`\`\n\n${last}\n`,
});
const found = (uses: number): { message: string; suggestion: string; related: string[] } => ({
  message: `49990 stands only here; the user or group 49999 stands in ${uses} other places.`,
  suggestion: '49999',
  related: ['g/a.md:3 the user or group 49999'],
});

ruleTest(ruleById('misspelled-user-id')!, {
  good: {
    'the same number': document('It runs as 49999.'),
    'a neighbour': document('It runs as UID 49998.'),
    'a number that stands twice': document('It runs as 49990 and 49990.'),
    'a bound': document('The ports end at 49000, at 99999 at the latest.'),
    'a number that is unlike it': document('It has 81234 parts.'),
    'a part of a longer number': document('It has 49990.5 parts, 49,990 in all.'),
    'too few users': { 'g/a.md': '# A\n\nUID 49999, UID 49999, UID 49999. There are 49990 parts.\n' },
    'numbers that are no users': { 'g/a.md': `# A\n\n${'It has 49999 parts. '.repeat(6)}And 49990.\n` },
  },
  bad: {
    'in a sentence': { files: document('The container cannot read it as ⟦49990⟧.'), ...found(4) },
    'of a group': { files: document('Call `chown 49999:⟦49990⟧ a.crt`.'), ...found(5) },
  },
});
