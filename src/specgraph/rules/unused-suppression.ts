import type { Problem, Suppression } from '../model/index.ts';
import { joinWords } from '../text/lists.ts';
import type { Rule } from './rule.ts';

/** check.ts reports it, because only check.ts knows what a suppression silenced; `check` therefore yields nothing. */
export const unusedSuppression = {
  id: 'unused-suppression',
  group: 'suppressions',
  severity: 'warn',
  summary: 'Every suppression silences a finding',
  fixable: true,
  check: () => [],
  /** @param unused suppressions that silenced nothing in this run */
  report: (unused: readonly Suppression[]): Problem[] =>
    unused.map((suppression) => ({
      at: suppression.range,
      message: `The comment silences ${joinWords(suppression.rules)}, but there is no such finding below it.`,
      suggestion: 'remove the comment',
      fix: [{ range: suppression.range, text: '' }],
    })),
} satisfies Rule & { report(unused: readonly Suppression[]): Problem[] };
