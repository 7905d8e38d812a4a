import type { Rule } from './rule.ts';

export const repeatedHeading: Rule = {
  id: 'repeated-heading',
  group: 'form',
  severity: 'error',
  summary: 'No two headings next to each other are the same',
  isPerDocument: true,
  *check(graph) {
    for (const { form } of graph.documents) {
      for (const { range, first, text } of form.repeats.filter(({ kind }) => kind === 'heading')) {
        yield {
          at: range,
          message: `The heading "${text}" stands in line ${first.line} already.`,
          suggestion: 'remove one of them, or change its words',
          related: [{ at: { file: first.file, line: first.line }, note: 'the first one' }],
        };
      }
    }
  },
};
