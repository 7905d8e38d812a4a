/** Tables some of whose rows have another number after a refactoring, or are gone. */
import type { DocumentFacts } from '../../model/index.ts';
import { spanOf } from '../headings.ts';
import type { After, Before } from '../state.ts';
import { countedTable, type CountedTable } from './counted.ts';

export interface ChangedTable extends CountedTable {
  facts: DocumentFacts;
  /** By number before: what the rows with this number have now; undefined for a row that is gone. */
  now: ReadonlyMap<string, readonly (string | undefined)[]>;
}

export function changedTables({ graph }: Before, { changed, isRemoved }: After): ChangedTable[] {
  return graph.documents
    .filter((facts) => changed.texts.has(facts.path) && !isRemoved(facts))
    .flatMap((facts) => {
      const written = new Map(
        changed
          .changesIn(facts.path)
          .flatMap(({ sort, start, text }) => (sort === 'table row' ? [[start, text]] : [])),
      );
      return facts.tables.flatMap((table): ChangedTable[] => {
        const counted = countedTable(facts, table);
        if (!counted) return [];
        const now = new Map<string, (string | undefined)[]>();
        for (const [i, { number, span }] of counted.rows.entries()) {
          const { start } = spanOf(facts, table.rows[i].range);
          const isGone = changed.locate(facts.path, start) === undefined;
          const is = isGone ? undefined : (written.get(span.start) ?? number);
          now.set(number, [...(now.get(number) ?? []), is]);
        }
        const isChanged = [...now].some(([number, all]) => all.some((is) => is !== number));
        return isChanged ? [{ ...counted, facts, now }] : [];
      });
    });
}
