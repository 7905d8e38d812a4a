import { slipBetween } from '../text/near-miss.ts';
import type { LongNumber } from '../model/index.ts';
import type { Rule } from './rule.ts';
import { countUses } from './shared/uses.ts';

/** So often a number is used as a user or group before another one that is like it is a slip. */
const MIN_USES = 4;

export const misspelledUserId: Rule = {
  id: 'misspelled-user-id',
  group: 'statements',
  severity: 'error',
  summary: 'A number that stands once is none of the users or groups with one digit changed',
  replaces: ['misspelled-number'],
  *check(graph) {
    const numbers = graph.documents.flatMap(({ constants }) => constants.longNumbers);
    const ids = [
      ...Map.groupBy(
        numbers.filter(({ isUserId }) => isUserId),
        ({ value }) => value,
      ).values(),
    ].filter((places) => countUses(places) >= MIN_USES);
    if (ids.length === 0) return;
    for (const [only, ...others] of Map.groupBy(numbers, ({ value }) => value).values()) {
      const meant = others.length === 0 ? ids.find(([id]) => isSlip(only, id)) : undefined;
      if (!meant) continue;
      const [{ value, range: first }] = meant;
      yield {
        at: only.range,
        message: `${only.value} stands only here; the user or group ${value} stands in ${meant.length} other places.`,
        suggestion: value,
        related: [{ at: { file: first.file, line: first.line }, note: `the user or group ${value}` }],
      };
    }
  },
};

/** Neighbouring numbers are two users on purpose, unless the text says otherwise: it has the number once. */
function isSlip(written: LongNumber, id: LongNumber): boolean {
  return (
    slipBetween(written.value, id.value) !== undefined &&
    Math.abs(Number(written.value) - Number(id.value)) > 1
  );
}
