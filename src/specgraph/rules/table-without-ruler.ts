import type { TableAsText } from '../model/index.ts';
import { plural } from '../text/lists.ts';
import type { Rule } from './rule.ts';

export const tableWithoutRuler: Rule = {
  id: 'table-without-ruler',
  group: 'form',
  severity: 'error',
  summary: 'Lines that are written like a table are shown as a table',
  isPerDocument: true,
  *check(graph) {
    for (const { form } of graph.documents) {
      for (const table of form.tablesAsText) {
        yield {
          at: table.range,
          message: `${reasonOf(table)}, so the lines are shown as text.`,
          suggestion: suggestionFor(table),
        };
      }
    }
  },
};

function reasonOf({ cause, columns, ruled }: TableAsText): string {
  switch (cause) {
    case 'cut-off':
      return 'A blank line separates these rows from their table';
    case 'no-header':
      return 'The line of dashes has no header above it';
    case 'no-ruler':
      return `There is no line of dashes below the header of ${plural(columns, 'cell')}`;
    case 'ruler':
      return ruled === columns
        ? 'The line below the header holds more than dashes and colons'
        : `The line of dashes has ${plural(ruled!, 'column')} and the header ${plural(columns, 'cell')}`;
  }
}

function suggestionFor({ cause, columns }: TableAsText): string {
  const ruler = `|${' --- |'.repeat(columns)}`;
  switch (cause) {
    case 'cut-off':
      return 'remove the blank line';
    case 'no-header':
      return 'add the header above it';
    case 'no-ruler':
      return `add "${ruler}" below the header`;
    case 'ruler':
      return ruler;
  }
}
