import type { Problem, RawClaim } from '../model/index.ts';
import { claimsOf, countCells, type CountedQuantity } from '../resolve/stated-counts.ts';
import { joinWords } from '../text/lists.ts';
import { writeNumeral } from '../text/numerals.ts';
import type { Rule } from './rule.ts';

/** The configuration says which words state which quantity; the numbers are counted. */
export const wrongCount: Rule = {
  id: 'wrong-count',
  group: 'claims',
  severity: 'error',
  summary: 'A number that the text states about the set equals the number that is counted',
  fixable: true,
  replaces: ['count-mismatch', 'wrong-step-count'],
  *check(graph) {
    for (const facts of graph.documents)
      for (const { raw, quantities } of claimsOf(facts, graph))
        if (quantities.every(({ count }) => count !== raw.value)) yield describe(raw, quantities);
    for (const { range, stated, label, quantity } of countCells(graph))
      if (Number(stated) !== quantity.count)
        yield {
          at: range,
          message: `The table says ${stated} for "${label}"; the count of "${quantity.name}" is ${quantity.count}.`,
          suggestion: String(quantity.count),
        };
  },
};

function describe(raw: RawClaim, quantities: readonly CountedQuantity[]): Problem {
  const counted = [...new Set(quantities.map(({ count }) => count))];
  const nearest = counted.toSorted((a, b) => Math.abs(a - raw.value) - Math.abs(b - raw.value))[0];
  const right = writeNumeral(nearest, raw.words);
  return {
    at: raw.range,
    message: `The text says "${raw.text}"; ${countsOf(quantities)}.`,
    suggestion: raw.text.replace(raw.words, right),
    fix: counted.length === 1 ? [{ range: raw.range, text: right }] : undefined,
  };
}

/** "the count of "variables" is 45", "the count of "names" is 45 and that of "all names" is 46". */
function countsOf([first, ...others]: readonly CountedQuantity[]): string {
  return joinWords([
    `the count of "${first.name}" is ${first.count}`,
    ...others.map(({ name, count }) => `that of "${name}" is ${count}`),
  ]);
}
