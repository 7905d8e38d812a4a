import type { StatedStepOrder } from '../model/index.ts';
import type { Rule } from './rule.ts';

export const impossibleOrder: Rule = {
  id: 'impossible-order',
  group: 'statements',
  severity: 'error',
  summary: 'A sentence that says which of two steps comes first agrees with their numbers',
  isPerDocument: true,
  *check(graph) {
    for (const { stepOrders } of graph.documents)
      for (const { series, first, last, text, range } of stepOrders) {
        if (compareNumbers(first, last) < 0) continue;
        const word = series[0].toUpperCase() + series.slice(1);
        yield {
          at: range,
          message:
            first === last
              ? `"${text}" puts ${word} ${first} before itself.`
              : `"${text}" puts ${word} ${first} before ${word} ${last}.`,
        };
      }
  },
};

/** "7b" comes after "7" and before "8". */
function compareNumbers(a: StatedStepOrder['first'], b: StatedStepOrder['last']): number {
  return parseInt(a, 10) - parseInt(b, 10) || a.localeCompare(b);
}
