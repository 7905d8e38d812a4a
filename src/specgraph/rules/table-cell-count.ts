import type { IrregularRow } from '../model/index.ts';
import { plural } from '../text/lists.ts';
import type { Rule } from './rule.ts';

export const tableCellCount: Rule = {
  id: 'table-cell-count',
  group: 'form',
  severity: 'error',
  summary: 'A table row has as many cells as the table has columns',
  fixable: true,
  isPerDocument: true,
  *check(graph) {
    for (const { form } of graph.documents) {
      for (const row of form.irregularRows) {
        yield {
          at: row.range,
          message: `The row has ${plural(row.cells, 'cell')}, but the table has ${plural(row.columns, 'column')}${consequenceOf(row)}.`,
          suggestion: suggestionFor(row),
          fix: row.cause === 'pipe' ? row.pipes.map((range) => ({ range, text: String.raw`\|` })) : undefined,
        };
      }
    }
  },
};

function consequenceOf({ cause, cells, columns }: IrregularRow): string {
  if (cause === 'text') return ': the line directly below a table is a row of it';
  if (cause === 'pipe') return ': a pipe ends a cell in code as well';
  return cells > columns ? ', so what is too much is not shown' : '';
}

function suggestionFor({ cause, cells, columns }: IrregularRow): string {
  if (cause === 'text') return 'put a blank line below the table';
  if (cause === 'pipe') return String.raw`write "\|" for the pipe in the code`;
  return cells > columns ? 'remove a pipe, or add a column' : 'add the missing cell';
}
