import type { Problem, TableCell } from '../model/index.ts';
import type { Rule } from './rule.ts';

/** Tables that are set in two halves side by side repeat all of their headings. */
export const repeatedColumn: Rule = {
  id: 'repeated-column',
  group: 'form',
  severity: 'error',
  summary: 'No two columns of a table have the same heading',
  isPerDocument: true,
  *check(graph) {
    for (const { tables } of graph.documents)
      for (const { header } of tables) if (!isInHalves(header)) yield* repeated(header);
  },
};

function* repeated(header: readonly TableCell[]): Iterable<Problem> {
  const columns = new Map<string, number>();
  for (const [at, { text, range }] of header.entries()) {
    const first = columns.get(text);
    if (first === undefined) columns.set(text, at);
    // A heading without letters, such as a dash or a line break, names nothing.
    else if (/\p{L}{2}/u.test(text) && !/^<\w+ ?\/?>$/.test(text))
      yield {
        at: range,
        message: `Column ${at + 1} has the same heading as column ${first + 1}: "${text}".`,
        suggestion: 'change one of them',
      };
  }
}

/** Whether the headings repeat from the first one on: Name, Value, Name, Value. */
function isInHalves(header: readonly TableCell[]): boolean {
  const period = header.findIndex(({ text }, at) => at > 0 && text === header[0].text);
  return period > 1 && header.every(({ text }, at) => text === header[at % period].text);
}
