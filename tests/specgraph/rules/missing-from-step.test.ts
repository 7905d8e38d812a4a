import { describe, expect, test } from 'vitest';
import { ruleById } from '#specgraph';
import { ruleTest, runRule } from '../../helpers/rule-test.ts';

const rule = ruleById('missing-from-step')!;

const STEPS =
  '## Step 1: Read\n\nReads.\n\n## Step 2: Load\n\n```sh\nload_key "$1"\n```\n\n## Step 3: Start\n\n`start.sh` starts it.\n';

ruleTest(rule, {
  good: {
    'the step names it': {
      'g/a.md': `# A\n\n\`load_key\` runs in Step 2. Step 3 runs \`start.sh\`.\n\n${STEPS}`,
    },
    'no step names it': { 'g/a.md': `# A\n\n\`save_key\` runs in Step 2.\n\n${STEPS}` },
    'it is said to stand elsewhere': {
      'g/a.md': `# A\n\n\`load_key\` needs the file of Step 1.\n\n${STEPS}`,
    },
    'a longer name': {
      'g/a.md':
        '# A\n\n`load_key` runs in Step 1.\n\n## Step 1: Read\n\n`load`\n\n## Step 2: Load\n\n`load_key_file`\n',
    },
  },
  bad: {
    'called in brackets, as a call': {
      files: {
        'g/a.md': `# A\n\nThe key is read, called after the start (⟦Step 1⟧) as \`load_key || true\`.\n\n${STEPS}`,
      },
      message: 'Step 1 of g/a.md does not name load_key; Step 2 does.',
      suggestion: 'Step 2',
      related: ['g/a.md:9 Step 2, "Load", names it'],
    },
    'behind the line of code that calls it': {
      files: { 'g/a.md': `# A\n\n${STEPS}\n## All\n\n\`\`\`sh\nload_key "$1" # ⟦Step 3⟧\n\`\`\`\n` },
      message: 'Step 3 of g/a.md does not name load_key; Step 2 does.',
      suggestion: 'Step 2',
      related: ['g/a.md:7 Step 2, "Load", names it'],
    },
    'another step names it': {
      files: { 'g/a.md': `# A\n\n\`load_key\` runs in ⟦Step 1⟧.\n\n${STEPS}` },
      message: 'Step 1 of g/a.md does not name load_key; Step 2 does.',
      suggestion: 'Step 2',
      related: ['g/a.md:9 Step 2, "Load", names it'],
    },
    'in a stage, behind a section': {
      files: { 'g/a.md': `# A\n\n\`load_key\` runs in the Boot stage of Section 1, ⟦Step 1⟧.\n\n${STEPS}` },
      message: 'Step 1 of g/a.md does not name load_key; Step 2 does.',
      suggestion: 'Step 2',
      related: ['g/a.md:9 Step 2, "Load", names it'],
    },
    'in another document': {
      files: {
        'g/a.md': `# A\n\n${STEPS}`,
        'g/b.md': '# B\n\nStart: `start.sh` is called in ⟦Step 2⟧ of [a](a.md).\n',
      },
      message: 'Step 2 of g/a.md does not name start.sh; Step 3 does.',
      suggestion: 'Step 3',
      related: ['g/a.md:13 Step 3, "Start", names it'],
    },
  },
});

describe('the forms of the statement', () => {
  test.each([
    'The function `load_key()` is executed at Step 1.',
    '`load_key` is called again during Step 1.',
    'Step 1 calls `load_key`.',
    'Step 1 executes `load_key "$x"`.',
  ])('%s', async (text) => {
    const findings = await runRule(rule, { 'g/a.md': `# A\n\n${text}\n\n${STEPS}` });
    expect(findings.map(({ suggestion }) => suggestion)).toEqual(['Step 2']);
  });
});
