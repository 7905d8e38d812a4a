import { describe, expect, test } from 'vitest';
import { runIn } from '../helpers/fake-effects.ts';
import { SMALL_SET } from '../helpers/small-set.ts';

const contract = (words: string): string =>
  `phase: "2"\nmust_haves:\n  truths: ['The server reads \`${words}\`']\n  artifacts:\n    - { path: spec/02-server.md, contains: ['${words}'] }\n`;
const files = {
  ...SMALL_SET,
  'spec/contracts/phase-02.yaml': contract('FL_MODE'),
  'plans/broken.yaml': contract('FL_PORT'),
  'plans/02-PLAN.md': `---\n${contract('FL_MODE')}---\n\n## Success criteria\n\n- Readers like it\n`,
};

describe('verify', () => {
  test.each([
    ['a contract of the set', 'spec/contracts/phase-02.yaml', 0, 'Result: **verified**'],
    ['a contract elsewhere', 'plans/broken.yaml', 1, 'Result: **FAILED**'],
    ['a planning document, with a criterion for a human', 'plans/02-PLAN.md', 0, 'Result: **needs a human**'],
  ])('prints the report of %s', async (_, plan, code, result) => {
    const ended = await runIn({ files }, 'verify', plan);
    expect(ended.stdout).toContain(result);
    expect(ended.code).toBe(code);
  });

  test('prints JSON', async () => {
    const { stdout } = await runIn({ files }, 'verify', 'plans/broken.yaml', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'specgraph.verify/1',
      plan: 'plans/broken.yaml',
      phase: '2',
      verdict: 'failed',
      truths: [{ verdict: 'failed', evidence: [{ at: { file: 'plans/broken.yaml', line: 5 } }] }],
      promises: [{ kind: 'artifact', verdict: 'failed' }],
      criteria: [],
    });
  });

  test.each([
    ['no plan', [], 'verify takes one plan'],
    ['two plans', ['a.yaml', 'b.yaml'], 'verify takes one plan'],
    ['a document without a contract', ['spec/03-guide.md'], 'has no front matter'],
    ['an unknown format', ['plans/broken.yaml', '--format', 'html'], '--format knows no "html"'],
  ])('refuses %s', async (_, words, message) => {
    const { code, stderr } = await runIn({ files }, 'verify', ...words);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});
