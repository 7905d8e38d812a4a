/** Lets "row 4" follow a table whose rows are numbered by hand, where no other table can be meant. */
import type { After, Before } from '../state.ts';
import { mentionsOfChangedRows } from '../rows/read.ts';
import type { Rewrite } from './rewrite.ts';

export function followRows(before: Before, after: After): Rewrite[] {
  return mentionsOfChangedRows(before, after)
    .filter(({ isSure }) => isSure)
    .map(({ facts, span, range, number, table }) => ({
      at: range,
      alternatives: [[{ path: facts.path, ...span, text: table.now.get(number)![0]!, sort: 'reference' }]],
    }));
}
