import type { Problem, Suppression } from '../model/index.ts';
import { joinWords } from '../text/lists.ts';
import type { Rule } from './rule.ts';

/** check.ts reports it, because it reads the suppressions; `check` therefore yields nothing. */
export const suppressionWithoutReason = {
  id: 'suppression-without-reason',
  group: 'suppressions',
  severity: 'error',
  summary: 'A suppression gives a reason',
  check: () => [],
  report: (all: readonly Suppression[]): Problem[] =>
    all
      .filter((suppression) => suppression.reason === '')
      .map((suppression) => ({
        at: suppression.range,
        message: `The comment silences ${joinWords(suppression.rules)} and gives no reason.`,
        suggestion: `<!-- specgraph-ignore ${suppression.rules.join(', ')}: the reason -->`,
      })),
} satisfies Rule & { report(all: readonly Suppression[]): Problem[] };
