import { distance } from 'fastest-levenshtein';
import type { Problem, TableCell, TableFacts } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import type { Rule } from './rule.ts';

/** Shorter cells are alike by chance: "yes", "string". */
const MIN_LENGTH_OF_CAUSE = 10;
const MIN_LENGTH_OF_RESULT = 8;
/** So many rows must agree before the one that does not is a mistake. */
const MIN_AGREEING = 3;
/** So many phrases must stand in several rows, or nobody can tell that one column follows from the other. */
const MIN_PHRASES = 3;
/** Share of its characters in which the odd cell may differ; a cell that differs in more is meant to. */
const MAX_DIFFERENCE = 0.6;
/** A larger table is data. */
const MAX_ROWS = 300;

/**
 * Finds columns of a table that depend on each other: rows with the same rule have the same test. A dependency that all
 * rows but one keep is broken by mistake, as in the cleaning of data by functional dependencies. The name at the head of
 * a row may stand in its other cells.
 */
export const conflictingRow: Rule = {
  id: 'conflicting-row',
  group: 'statements',
  severity: 'error',
  summary: 'Rows of a table that have one phrase in common have the same phrase that goes with it',
  isPerDocument: true,
  *check(graph) {
    for (const { tables } of graph.documents) {
      yield PAUSE;
      for (const table of tables)
        if (table.rows.length > MIN_AGREEING && table.rows.length <= MAX_ROWS) yield* oddCells(table);
    }
  },
};

interface Cell {
  /** As written, with a mark in place of the name at the head of its row. */
  text: string;
  cell: TableCell;
}

function* oddCells({ header, rows }: TableFacts): Iterable<Problem> {
  const texts = rows.map(({ cells }) => withoutName(cells));
  const rowOf = new Map(texts.flatMap((cells) => cells.map((cell) => [cell, cells] as const)));
  const reported = new Set<TableCell>();
  for (let cause = 1; cause < header.length; cause++) {
    const phrases = [
      ...Map.groupBy(
        texts.filter((cells) => (cells[cause]?.text.length ?? 0) >= MIN_LENGTH_OF_CAUSE),
        (cells) => cells[cause].text,
      ).values(),
    ].filter((own) => own.length > 1);
    if (phrases.length < MIN_PHRASES) continue;
    for (let result = 1; result < header.length; result++) {
      const odd = result === cause ? undefined : onlyOdd(phrases, result);
      if (!odd || reported.has(odd.one.cell) || isSaidElsewhere(odd, rowOf.get(odd.one)!, cause)) continue;
      reported.add(odd.one.cell);
      yield describe(odd, header[cause].text, header[result].text);
    }
  }
}

function withoutName(cells: readonly TableCell[]): Cell[] {
  const name = cells[0]?.text.replaceAll('`', '').trim() ?? '';
  return cells.map((cell) => ({
    cell,
    text: name.length > 3 ? cell.text.replaceAll(name, '\0') : cell.text,
  }));
}

interface Odd {
  one: Cell;
  other: Cell;
  count: number;
}

/** The only cell of the column that differs from those of the other rows with the same phrase. */
function onlyOdd(phrases: readonly Cell[][][], result: number): Odd | undefined {
  let odd: Odd | undefined;
  const results = new Set<string>();
  for (const own of phrases) {
    const cells = own.flatMap((row) => row[result] ?? []);
    const [usual, single, ...more] = [...Map.groupBy(cells, ({ text }) => text).values()].toSorted(
      (a, b) => b.length - a.length,
    );
    if (!usual) return undefined;
    results.add(usual[0].text);
    if (!single) continue;
    if (odd || more.length > 0 || single.length > 1 || usual.length < MIN_AGREEING) return undefined;
    odd = { one: single[0], other: usual[0], count: usual.length };
  }
  return odd && results.size > 1 && isVariant(odd.one.text, odd.other.text) ? odd : undefined;
}

/** Whether another cell of the row has the words that make its result another one: it follows from that cell. */
function isSaidElsewhere({ one, other }: Odd, row: readonly Cell[], cause: number): boolean {
  const usual = new Set(other.text.split(/[^\w.]+/));
  const own = one.text.split(/[^\w.]+/).filter((word) => !usual.has(word));
  const others = row.filter((cell, i) => i > 0 && i !== cause && cell !== one);
  return (
    own.length > 0 && own.every((word) => others.some(({ text }) => text.split(/[^\w.]+/).includes(word)))
  );
}

function isVariant(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < MIN_LENGTH_OF_RESULT) return false;
  return distance(one, other) <= MAX_DIFFERENCE * Math.max(one.length, other.length);
}

function describe({ one, other, count }: Odd, cause: string, result: string): Problem {
  const { range, text } = other.cell;
  return {
    at: one.cell.range,
    message: `"${result}" is "${one.cell.text}" here and "${text}" in the ${count} other rows whose "${cause}" is the same.`,
    related: [{ at: { file: range.file, line: range.line }, note: text }],
  };
}
