/** Numbers the rows of tables that are numbered by hand. */
import type { DocumentFacts, TableFacts } from '../../model/index.ts';
import type { Draft } from '../state.ts';
import { countedTable, numberAt, ordinalOf } from './counted.ts';

/** @param removed rows that go: those behind them close the gap */
export function renumberRows(
  draft: Draft,
  facts: DocumentFacts,
  table: TableFacts,
  removed: ReadonlySet<TableFacts['rows'][number]> = new Set(),
): void {
  const counted = countedTable(facts, table);
  if (!counted) return;
  const { rows, isLettered } = counted;
  let ordinal = ordinalOf(rows[0].number);
  for (const [i, { number, span }] of rows.entries()) {
    if (removed.has(table.rows[i])) continue;
    const text = numberAt(ordinal++, isLettered);
    if (text === undefined) return;
    if (text !== number) draft.changes.add(facts.path, { ...span, text, sort: 'table row' });
  }
}
