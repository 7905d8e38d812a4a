import type { Rule } from './rule.ts';

export const misnumberedItem: Rule = {
  id: 'misnumbered-item',
  group: 'form',
  severity: 'error',
  summary: 'The numbers of list items and of table rows count on, or rise',
  isPerDocument: true,
  *check(graph) {
    for (const { form } of graph.documents)
      for (const { kind, range, written, expected, isExchanged } of form.misnumbered)
        yield {
          at: range,
          message: isExchanged
            ? `The ${kind} with the number ${written} stands before that with ${expected}.`
            : `The ${kind} has the number ${written}; ${expected} was expected.`,
          suggestion: expected,
        };
  },
};
