import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const text = (...paragraphs: string[]): Record<string, string> => ({
  'g/a.md': `# A\n\n${paragraphs.join('\n\n')}\n`,
});

ruleTest(ruleById('opposite-demand')!, {
  good: {
    'the same demand': text('`prune -a` MUST NOT be used.', 'Again, `prune -a` SHALL NOT be used.'),
    'another thing': text('`prune -a` MUST NOT be used.', '`prune` MUST be used.'),
    'another demand': text('`round` MUST NOT be a label.', '`round` MUST be a number.'),
    'a condition': text('`round` MUST NOT be a label.', '`round` MUST be a label if there are few.'),
    'two cases': text(
      'For keys that are used, the value `sign` MUST be present.',
      'For keys that are not used, then the value `sign` MUST NOT be present.',
    ),
    'two cases in lists': text('- `owner` MUST equal `0`', 'Then:', '- `owner` MUST NOT equal `0`'),
    'another value': text('`owner` MUST equal `0`.', '`owner` MUST NOT equal `1`.'),
    'a permission': text('`owner` may not be set.', '`owner` may be set.'),
    'no name in code': text('The owner MUST be set.', 'The owner MUST NOT be set.'),
    'two bounds by different values': text('`size` is at least `min_size`.', '`size` is at most `max_size`.'),
    'two things bounded by each other': text('`max` is at least `min`.', '`min` is at most `max`.'),
    'exactly one': text('`size` is at least 1 byte.', '`size` is at most 1 byte.'),
    'bounds of other things': text(
      'The cooldown is at least the round duration.',
      'The interval is at most the round duration.',
    ),
  },
  bad: {
    'demanded where two places forbid it': {
      files: text(
        '`prune -a` MUST NOT be used.',
        '`prune -a` SHALL NOT be used.',
        'Then `prune -a` ⟦MUST be used⟧.',
      ),
      message: '"MUST be used" here is the opposite of "MUST NOT be used".',
      related: ['g/a.md:3 "MUST NOT be used"'],
    },
    'a label that a row refuses': {
      files: text(
        '`round` ⟦MUST be a label⟧.',
        '| A | B |\n|---|---|\n| memory | no label `round` |\n| series | no label `round` |',
      ),
      message: '"MUST be a label" here is the opposite of "no label round".',
      related: ['g/a.md:7 "no label round"'],
    },
    'two names that are refused elsewhere': {
      files: text(
        'The role ⟦MUST have `a_policy` or `b_policy⟧`.',
        'There, never `b_policy` or `a_policy`.',
        'Here, never `a_policy` or `b_policy`.',
      ),
      message: '"MUST have a_policy or b_policy" here is the opposite of "never b_policy or a_policy".',
      related: ['g/a.md:5 "never b_policy or a_policy"'],
    },
    'a bound by a name': {
      files: text(
        '`a` SHALL be at most `b_max`.',
        'Each `a` is no more than `b_max`.',
        '`a` SHOULD be ⟦at least `b_max⟧`.',
      ),
      message: '"at least b_max" here is the opposite of "at most b_max".',
      related: ['g/a.md:3 "at most b_max"'],
    },
    'a bound by the largest of several': {
      files: text(
        '`a` SHALL be at least the largest of the three.',
        'In a table: `a` at least as large as the largest.',
        '`a` SHALL be ⟦at most the largest of them⟧.',
      ),
      message: '"at most the largest of them" here is the opposite of "at least the largest of the three".',
      related: ['g/a.md:3 "at least the largest of the three"'],
    },
    'a bound of a thing without a name': {
      files: text(
        'The cooldown of a policy is at least the usual round duration.',
        'The policy has a cooldown of at least the round duration.',
        'The cooldown of the policy is ⟦at most the round duration⟧.',
      ),
      message: '"at most the round duration" here is the opposite of "at least the usual round duration".',
      related: ['g/a.md:3 "at least the usual round duration"'],
    },
    'a bound by a number': {
      files: text(
        'The `key` has at least 16 bytes.',
        'The `key`: no less than 16 bytes.',
        'The `key` has ⟦at most 16 bytes⟧.',
      ),
      message: '"at most 16 bytes" here is the opposite of "at least 16 bytes".',
      related: ['g/a.md:3 "at least 16 bytes"'],
    },
  },
});
