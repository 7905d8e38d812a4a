import type { Rule } from './rule.ts';

export const misnumberedItem: Rule = {
  id: 'misnumbered-item',
  group: 'form',
  severity: 'error',
  summary: 'The numbers of list items and of table rows count on',
  isPerDocument: true,
  *check(graph) {
    for (const { form } of graph.documents)
      for (const { kind, range, written, expected } of form.misnumbered)
        yield {
          at: range,
          message: `The ${kind} has the number ${written}; ${expected} was expected.`,
          suggestion: expected,
        };
  },
};
