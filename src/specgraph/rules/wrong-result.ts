import type { Rule } from './rule.ts';

export const wrongResult: Rule = {
  id: 'wrong-result',
  group: 'form',
  severity: 'error',
  summary: 'Written arithmetic, shares and totals of tables have the result that their numbers give',
  *check(graph) {
    for (const { form } of graph.documents)
      for (const { range, written, calculation, expected } of form.wrongResults)
        yield {
          at: range,
          message: `The text says ${written}; ${calculation} give ${expected}.`,
          suggestion: expected,
        };
  },
};
