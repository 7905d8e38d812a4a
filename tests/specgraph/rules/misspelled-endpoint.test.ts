import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const document = (last: string): Record<string, string> => ({
  'g/a.md': `# A\n\nRead \`:9101/metrics\`, \`:9400/metrics\` and GET \`/metrics\`.\n\n\`\`\`sh\ncurl "\${SERVER_URL}/metrics"\n\`\`\`\n\n${last}\n`,
});
const found = {
  message: 'The endpoint /metircs stands only here; /metrics stands in 4 other places.',
  suggestion: '/metrics',
  related: ['g/a.md:3 /metrics'],
};

ruleTest(ruleById('misspelled-endpoint')!, {
  good: {
    'the same path': document('Read `/metrics`.'),
    'one of several': document('Read `/metric`.'),
    'another version': document(
      'Read `/v2`, and PUT `/v1`, GET `/v1`, PUT `/v1`, GET `/v1`, PUT `/v1`, GET `/v1`.',
    ),
    'a short path': document('Read `/v`, and PUT `/vm`, GET `/vm`, PUT `/vm`, GET `/vm`.'),
    'another end': document('Read `/metricsz`.'),
    'it stands twice': document('Read `/metircs` and `/metircs`.'),
    'a file': document('Read `/metrics.md`.'),
  },
  bad: {
    'in a code span': { files: document('Read `⟦/metircs⟧`.'), ...found },
    'behind a port': { files: document('Read `10.0.0.5:9101⟦/metircs⟧`.'), ...found },
    'behind a method': { files: document('It answers GET ⟦/metircs⟧ at once.'), ...found },
    'behind a variable': {
      files: document('```sh\ncurl "${ENDPOINT}⟦/metircs⟧"\n```'),
      ...found,
    },
  },
});
