/** Lets counts follow that were right before: "linear: 15 steps", a cell of a table of counts, `equals: 15` of a contract. */
import { scalarOfEntry } from '../../contracts/entry-scalars.ts';
import { claimsOf, countCells, type CountedQuantity } from '../../resolve/stated-counts.ts';
import { writeNumeral } from '../../text/numerals.ts';
import { spanOf } from '../headings.ts';
import type { Outcome } from '../outcome.ts';
import type { Before } from '../state.ts';
import type { FileChange } from './rewrite.ts';

/** @returns changes of numbers that are wrong after the refactoring and were right before it */
export function followCounts(before: Before, { graph }: Outcome): FileChange[] {
  const { quantities } = graph;
  const isChanged = Object.entries(before.graph.quantities).some(
    ([name, count]) => quantities[name] !== count,
  );
  if (!isChanged) return [];
  return [
    ...before.graph.documents.flatMap((facts) => claimsIn(facts, before, quantities)),
    ...cellsIn(before, quantities),
    ...promisesIn(before, quantities),
  ];
}

type Counts = Outcome['graph']['quantities'];

function claimsIn(facts: Before['graph']['documents'][number], before: Before, now: Counts): FileChange[] {
  return [...claimsOf(facts, before.graph)].flatMap(({ raw, quantities }): FileChange[] => {
    const count = countNow(raw.value, quantities, now);
    if (count === undefined) return [];
    const text = writeNumeral(count, raw.words);
    return [{ path: facts.path, ...spanOf(facts, raw.range), text, sort: 'count' }];
  });
}

/** @returns undefined where the number was wrong, stays right, or may mean two counts that differ now */
function countNow(stated: number, quantities: readonly CountedQuantity[], now: Counts): number | undefined {
  const meant = quantities.filter(({ count }) => count === stated);
  const [count, ...others] = new Set(meant.map(({ name }) => now[name]));
  return count === stated || others.length > 0 ? undefined : count;
}

function cellsIn({ graph }: Before, now: Counts): FileChange[] {
  return [...countCells(graph)].flatMap(({ range, stated, quantity }): FileChange[] => {
    const count = countNow(Number(stated), [quantity], now);
    const facts = graph.documents.find(({ path }) => path === range.file)!;
    const cell = spanOf(facts, range);
    const at = facts.source.slice(cell.start, cell.end).indexOf(stated);
    if (count === undefined || at < 0) return [];
    const start = cell.start + at;
    return [{ path: facts.path, start, end: start + stated.length, text: String(count), sort: 'count' }];
  });
}

function promisesIn({ graph, project }: Before, now: Counts): FileChange[] {
  return project.contracts.flatMap(({ file, counts }) =>
    counts.flatMap(({ quantity, equals }, i): FileChange[] => {
      const counted = { name: quantity, count: graph.quantities[quantity] };
      const count = countNow(equals, [counted], now);
      const source = project.pointerTexts?.get(file);
      if (count === undefined || source === undefined) return [];
      const scalar = scalarOfEntry(file, source, ['counts', i, 'equals']);
      return scalar ? [{ path: file, ...scalar.span(), text: String(count), sort: 'contract' }] : [];
    }),
  );
}
