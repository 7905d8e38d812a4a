import type { Rule } from './rule.ts';

export const repeatedRow: Rule = {
  id: 'repeated-row',
  group: 'form',
  severity: 'error',
  summary: 'No two rows of a table are the same',
  isPerDocument: true,
  *check(graph) {
    for (const { form } of graph.documents) {
      for (const { range, first } of form.repeats.filter(({ kind }) => kind === 'row')) {
        yield {
          at: range,
          message: `The row says the same as the row in line ${first.line}.`,
          suggestion: 'remove one of them, or change what was to differ',
          related: [{ at: { file: first.file, line: first.line }, note: 'the first one' }],
        };
      }
    }
  },
};
