import type { Rule } from './rule.ts';

export const repeatedParagraph: Rule = {
  id: 'repeated-paragraph',
  group: 'form',
  severity: 'error',
  summary: 'No paragraph or list item is said twice',
  isPerDocument: true,
  *check(graph) {
    for (const { form } of graph.documents) {
      for (const { range, first } of form.repeats.filter(({ kind }) => kind === 'paragraph')) {
        yield {
          at: range,
          message: `The text is the same as that in line ${first.line}.`,
          suggestion: 'remove one of them',
          related: [{ at: { file: first.file, line: first.line }, note: 'the first one' }],
        };
      }
    }
  },
};
