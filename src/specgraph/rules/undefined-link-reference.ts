import type { Problem, UndefinedLabel } from '../model/index.ts';
import type { Rule } from './rule.ts';

export const undefinedLinkReference: Rule = {
  id: 'undefined-link-reference',
  group: 'links',
  severity: 'error',
  summary: 'The label of a reference-style link is defined in the document',
  isPerDocument: true,
  *check(graph) {
    for (const facts of graph.documents) {
      for (const found of facts.undefinedLabels) yield describe(found);
    }
  },
};

function describe({ form, label, range }: UndefinedLabel): Problem {
  return {
    at: range,
    message: `The ${form === 'footnote' ? 'footnote' : 'label'} "[${label}]" is not defined in this document, so the brackets show as text.`,
    suggestion:
      form === 'footnote'
        ? `add "[${label}]: …"`
        : `add "[${label}]: …" or write the destination in parentheses`,
  };
}
