import { describe, expect, test } from 'vitest';
import { ruleById } from '#specgraph';
import { runRule } from '../../helpers/rule-test.ts';

const rule = ruleById('conflicting-multiple')!;
const text = (...sentences: string[]): Record<string, string> => ({
  'g/a.md': `# A\n\n${sentences.join('\n\n')}\n`,
});

const GOOD = {
  'the same multiple': text(
    'The cooldown is at least twice the round duration.',
    'A cooldown of at least 2 x the usual round duration.',
  ),
  'another direction': text(
    'The cooldown is at least the round duration.',
    'The cooldown is at most 5 times the round duration.',
  ),
  'of another thing': text(
    'The cooldown is at least the round duration.',
    'The window is at least 2 x the round duration.',
  ),
  'a multiple of another thing': text(
    'The cooldown is at least the boot time.',
    'The cooldown is at least 2 x the round duration.',
  ),
  'no factor is written': text(
    'The cooldown is at least the round duration.',
    'The cooldown is at least the usual round duration.',
  ),
};

describe('what agrees', () => {
  test.each(Object.entries(GOOD))('%s', async (_, files) => {
    expect(await runRule(rule, files)).toEqual([]);
  });
});

test('both places are reported', async () => {
  const findings = await runRule(
    rule,
    text(
      'The cooldown is at least the round duration.',
      '| a | cooldown of minimum 2 x the usual round duration |\n|---|---|',
    ),
  );
  expect(findings.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
    '3:17 The text says "at least the round duration" here and "minimum 2 x the usual round duration" in line 5.',
    '5:19 The text says "minimum 2 x the usual round duration" here and "at least the round duration" in line 3.',
  ]);
});
