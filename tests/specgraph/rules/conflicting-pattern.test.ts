import { describe, expect, test } from 'vitest';
import { ruleById } from '#specgraph';
import { ruleTest, runRule } from '../../helpers/rule-test.ts';

const rule = ruleById('conflicting-pattern')!;

const document = (rows: Record<string, string>, code: string): Record<string, string> => ({
  'g/a.md': `# A\n\n| Name | Test |\n|---|---|\n${Object.entries(rows)
    .map(([name, pattern]) => `| \`${name}\` | ${pattern} |`)
    .join('\n')}\n\n\`\`\`sh\n${code}\n\`\`\`\n`,
});
const POSITIVE = '`^[1-9][0-9]*$`';
const LOOP = 'for name in A_A B_B; do\n  check "${name}" "${positive}"\ndone';

ruleTest(rule, {
  good: {
    'the same pattern': document({ A_A: POSITIVE }, "check A_A '^[1-9][0-9]*$'"),
    'a bar in the table': document({ A_A: '`^(0\\|[1-9])$`' }, "check A_A '^(0|[1-9])$'"),
    'another name': document({ A_A: POSITIVE }, "check B_B '^[1-9][1-9]*$'"),
    'a pattern that is written in another way': document(
      { A_A: '`all`, or `^[0-9]+(,[0-9]+)*$`' },
      "check A_A '^(all|[0-9]+(,[0-9]+)*)$'",
    ),
    'one of two patterns in the code': document(
      { A_A: POSITIVE },
      "check A_A '^[1-9][0-9]*$'\ncheck A_A '^[1-9][0-9]+$'",
    ),
    'code without a table': { 'g/a.md': "# A\n\n```sh\ncheck A_A '^[1-9]+$'\ncheck A_A '^[0-9]+$'\n```\n" },
  },
  bad: {
    'the row differs from code that fits another row': {
      files: document({ A_A: POSITIVE, B_B: '`⟦^[1-9][1-9]*$⟧`' }, `positive='^[1-9][0-9]*$'\n${LOOP}`),
      message: 'The pattern for B_B is ^[1-9][1-9]*$ here; the code has ^[1-9][0-9]*$.',
      suggestion: '^[1-9][0-9]*$',
      related: ['g/a.md:9 ^[1-9][0-9]*$'],
    },
    'the code differs from all rows': {
      files: document({ A_A: POSITIVE, B_B: POSITIVE }, `positive='⟦^[1-9][1-9]*$⟧'\n${LOOP}`),
      message: 'The pattern is ^[1-9][1-9]*$ here; the row of A_A has ^[1-9][0-9]*$.',
      suggestion: '^[1-9][0-9]*$',
      related: ['g/a.md:5 ^[1-9][0-9]*$'],
    },
    'a pattern that stands once': {
      files: document(
        { A_A: POSITIVE, B_B: POSITIVE, C_C: POSITIVE, D_D: POSITIVE, E_E: '`⟦^[1-9][0-8]*$⟧`' },
        'true',
      ),
      message: 'The pattern for E_E is ^[1-9][0-8]*$ here; the row of A_A has ^[1-9][0-9]*$.',
      suggestion: '^[1-9][0-9]*$',
      related: ['g/a.md:5 ^[1-9][0-9]*$'],
    },
  },
});

describe('conflicting-pattern', () => {
  test('reports both places where it cannot be known which one is wrong', async () => {
    const found = await runRule(
      rule,
      document({ A_A: POSITIVE }, 'if [[ ! "${A_A}" =~ ^[1-9][1-9]*$ ]]; then exit 1; fi'),
    );
    expect(found.map(({ line }) => line)).toEqual([5, 8]);
  });
});
