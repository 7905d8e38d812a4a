import { describe, expect, test } from 'vitest';
import { ruleById } from '#specgraph';
import { ruleTest, runRule } from '../../helpers/rule-test.ts';

const rule = ruleById('opposite-order')!;

const document = (text: string, heading = 'Removal'): Record<string, string> => ({
  'g/a.md': `# A\n\n## 1. ${heading}\n\n${text}\n`,
});

ruleTest(rule, {
  good: {
    'the same order in other words': document(
      'It removes the oldest machines first. The newest machines go last.',
    ),
    'orders by other things': document('It takes the oldest first. It takes the largest first.'),
    'two sections': document('The oldest first.\n\n## 2. Start\n\nThe newest first.'),
    'a comparison': document('The oldest first. Unlike here, others take the newest first.'),
    'a condition': document('The oldest first. With the option, or if it is full, the newest first.'),
    'another sentence with a reference': document(
      'The oldest first.\n\n## 2. Start\n\nIt starts the newest first. Section 1 says more.',
    ),
  },
  bad: {
    'one of three': {
      files: document('It removes the oldest first. Again: oldest images first.\n\nThe ⟦newest go first⟧.'),
      message: '"newest go first" here is the opposite of "oldest first".',
      related: ['g/a.md:5 "oldest first"'],
    },
    'in a sentence that refers to the section': {
      files: document('The oldest go first.\n\n## 2. Scaling\n\nThe ⟦newest machines first⟧, see Section 1.'),
      message: '"newest machines first" here is the opposite of "oldest go first".',
      related: ['g/a.md:5 "oldest go first"'],
    },
    'ascending and descending': {
      files: document(
        'The ids are in ascending order.\n\nIn the file: in ascending order.\n\nThey stand ⟦in descending order⟧.',
      ),
      message: '"in descending order" here is the opposite of "in ascending order".',
      related: ['g/a.md:5 "in ascending order"'],
    },
  },
});

describe('opposite-order', () => {
  test('reports the heading and the text where it cannot be known which one is wrong', async () => {
    const found = await runRule(rule, document('The oldest go first.', 'Removal: newest first'));
    expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '3: "newest first" here is the opposite of "oldest go first".',
      '5: "oldest go first" here is the opposite of "newest first".',
    ]);
  });
});
