import type { Rule } from './rule.ts';

export const repeatedItem: Rule = {
  id: 'repeated-item',
  group: 'form',
  severity: 'error',
  summary: 'An enumeration names each of its items once',
  isPerDocument: true,
  *check(graph) {
    for (const { form } of graph.documents)
      for (const { text, range } of form.repeatedItems)
        yield {
          at: range,
          message: `"${text}" stands twice in this enumeration.`,
          suggestion: 'change one of them, or remove it',
        };
  },
};
