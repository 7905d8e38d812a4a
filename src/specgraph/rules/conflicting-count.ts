import type { DocumentFacts, Problem, StatedCount, TableFacts } from '../model/index.ts';
import { singular } from '../text/singular.ts';
import { writeNumeral } from '../text/numerals.ts';
import type { Rule } from './rule.ts';

/** Small numbers count many things. */
const MIN_VALUE = 5;
/** A number that differs by more counts other things. */
const MAX_DIFFERENCE = 2;

/**
 * Two texts rarely count the same things in the same words, so a number is compared only where a table lists the things, and
 * its rows are as many as all other places say.
 */
export const conflictingCount: Rule = {
  id: 'conflicting-count',
  group: 'statements',
  severity: 'error',
  summary: 'A number of things is the same in all places that count the things of that name',
  *check({ documents }) {
    const all = Map.groupBy(
      documents.flatMap(({ counts }) => counts),
      ({ thing }) => thing,
    );
    for (const own of all.values()) {
      const byValue = Map.groupBy(own, ({ value }) => value);
      const [one, ...more] = [...byValue.values()].flatMap((same) => (same.length === 1 ? same : []));
      const others = own.filter((stated) => stated !== one);
      if (!one || others.length === 0) continue;
      for (const [wrong, right] of more.length === 1 && own.length === 2
        ? ([
            [one, more],
            [more[0], [one]],
          ] as const)
        : [[one, others] as const]) {
        const [{ value }] = right;
        if (wrong.value < MIN_VALUE || Math.abs(value - wrong.value) > MAX_DIFFERENCE) continue;
        if (!right.every((other) => other.value === value)) continue;
        const table = tableOf(right, documents);
        if (table && !hasTable(wrong, documents)) {
          yield describe(wrong, right, table);
          break;
        }
      }
    }
  },
};

/** A table in a document of the counts that lists as many of the things. */
function tableOf(
  counts: readonly StatedCount[],
  documents: readonly DocumentFacts[],
): TableFacts | undefined {
  return counts.map((one) => listing(one, documents)).find((table) => table !== undefined);
}

function hasTable(count: StatedCount, documents: readonly DocumentFacts[]): boolean {
  return listing(count, documents) !== undefined;
}

function listing(
  { thing, value, range }: StatedCount,
  documents: readonly DocumentFacts[],
): TableFacts | undefined {
  const words = thing.split(' ').filter((word) => !GENERAL.test(word));
  const own = documents.find(({ path }) => path === range.file)!;
  return own.tables.find(
    ({ rows, header }) =>
      rows.length === value &&
      words.includes(singular(header[0]?.text.toLowerCase().split(' ').at(-1) ?? '')),
  );
}

/** Nouns that say nothing of the things. */
const GENERAL = /^(?:type|kind|name|value|item|entry)$/;

function describe(
  { number, things, range }: StatedCount,
  others: readonly StatedCount[],
  table: TableFacts,
): Problem {
  const [first] = others;
  const places = others.length === 1 ? 'another place' : `${others.length} other places`;
  return {
    at: range,
    message: `The text counts ${number} ${things}; ${places} and the table of them say ${first.value}.`,
    suggestion: writeNumeral(first.value, number),
    related: [
      { at: { file: table.range.file, line: table.range.line }, note: 'the table' },
      { at: { file: first.range.file, line: first.range.line }, note: `${first.number} ${first.things}` },
    ],
  };
}
