import type { SourceRange, UnclosedFence } from '../model/index.ts';
import type { Rule } from './rule.ts';

export const unclosedFence: Rule = {
  id: 'unclosed-fence',
  group: 'links',
  severity: 'error',
  summary: 'A code fence is closed where its code ends',
  isPerDocument: true,
  *check(graph) {
    for (const facts of graph.documents) {
      for (const fence of facts.unclosedFences) {
        yield {
          at: placeOf(fence),
          message: `The code fence "${fence.text}" is not closed${consequenceOf(fence)}.`,
          related: fence.end && [
            { at: { file: fence.end.file, line: fence.end.line }, note: 'the end of the code' },
          ],
          suggestion: `add "${/^(?:`+|~+)/.exec(fence.text)![0]}" ${fence.end ? `in line ${fence.end.line}` : 'below the code'}`,
        };
      }
    }
  },
};

/** From the fence to the end of its code, where that can be told. */
function placeOf({ range, end }: UnclosedFence): SourceRange {
  return end ? { ...range, endLine: end.line, endColumn: end.column } : range;
}

function consequenceOf({ reach, range, endLine }: UnclosedFence): string {
  if (reach === 'item') return ' in its list item, and the fence below the item opens another block';
  if (reach === 'document' && range.line === endLine) return ', and nothing stands below it';
  const extent = `, so everything down to line ${endLine}`;
  return reach === 'document'
    ? `${extent}, the end of the document, is code`
    : `${extent} is code, the fence of the next block included`;
}
