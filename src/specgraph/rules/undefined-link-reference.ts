import type { Rule } from './rule.ts';

export const undefinedLinkReference: Rule = {
  id: 'undefined-link-reference',
  group: 'links',
  severity: 'error',
  summary: 'The label of a reference-style link is defined in the document',
  *check(graph) {
    for (const facts of graph.documents) {
      for (const { label, range } of facts.undefinedLabels) {
        yield {
          at: range,
          message: `The label "[${label}]" is not defined in this document, so the brackets show as text.`,
          suggestion: `add "[${label}]: …" or write the destination in parentheses`,
        };
      }
    }
  },
};
