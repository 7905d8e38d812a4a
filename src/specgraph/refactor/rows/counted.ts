/** Tables whose rows are numbered by hand: the first column counts. */
import { stepKind } from '../../kinds/step.ts';
import type { DocumentFacts, TableFacts } from '../../model/index.ts';
import { spanOf, type Span } from '../headings.ts';

const STEP_WORDS = stepKind.series.flatMap(({ singular, plural }) => [...singular, ...plural]);

/** Headings of columns that count, with the words by which prose calls a number below them. */
const COUNTERS: readonly { header: RegExp; words: readonly string[]; isOfSteps?: boolean }[] = [
  { header: /^#$/, words: ['#'] },
  { header: /^(?:s\.?\s?)?(?:no|nr)\.?$|^[n№]°?$/i, words: ['no.', 'nos.', 'nr.'] },
  {
    header: new RegExp(String.raw`^(?:${STEP_WORDS.join('|')})(?: (?:#|no\.?|number))?$`, 'i'),
    words: STEP_WORDS,
    isOfSteps: true,
  },
  { header: /^row(?: (?:#|no\.?|number))?$/i, words: [] },
  { header: /^line(?: (?:#|no\.?|number))?$/i, words: ['line', 'lines'] },
  { header: /^item(?: (?:#|no\.?|number))?$/i, words: ['item', 'items'] },
  { header: /^entry(?: (?:#|no\.?|number))?$/i, words: ['entry', 'entries'] },
];
/** The share of rows that must count on for the column to be a count: other columns hold ids. */
const MIN_COUNTING = 0.5;

/** A table whose first column counts. */
export interface CountedTable {
  table: TableFacts;
  /** The number of each row with its place in the source; letters are counted as well: "a", "b". */
  rows: { number: string; span: Span }[];
  /** Words of prose that stand before such a number, in small letters. */
  words: readonly string[];
  isLettered: boolean;
}

/** @returns undefined where the first column does not count, or begins behind the first number */
export function countedTable(facts: DocumentFacts, table: TableFacts): CountedTable | undefined {
  const title = table.header[0]?.text.trim() ?? '';
  const counter = COUNTERS.find(({ header }) => header.test(title));
  if (!counter || table.rows.length < 2) return undefined;
  // Below "Step", a document with such headings names these.
  if (counter.isOfSteps && facts.sections.some(({ step }) => step !== undefined)) return undefined;
  const cells = table.rows.map(({ cells: [cell] }) => cell && numberOf(facts, cell));
  if (!cells.every((cell) => cell !== undefined)) return undefined;
  const isLettered = cells.every(({ number }) => /^[a-z]$/.test(number));
  if (!isLettered && !cells.every(({ number }) => /^\d+$/.test(number))) return undefined;
  const ordinals = cells.map(({ number }) => ordinalOf(number));
  const counting = ordinals.slice(1).filter((ordinal, i) => ordinal === ordinals[i] + 1).length;
  if (ordinals[0] > 1 || counting < (cells.length - 1) * MIN_COUNTING) return undefined;
  return { table, rows: cells, words: counter.words, isLettered };
}

/** "4", "4.", "(b)": the number, without its marks. */
function numberOf(
  facts: DocumentFacts,
  cell: TableFacts['header'][number],
): CountedTable['rows'][number] | undefined {
  const number = /^\(?(?<number>\d{1,4}|[a-z])[.)]?$/.exec(cell.text.trim())?.groups!.number;
  if (number === undefined) return undefined;
  const span = spanOf(facts, cell.range);
  const at = facts.source.slice(span.start, span.end).search(new RegExp(String.raw`(?<!\w)${number}(?!\w)`));
  if (at < 0) return undefined;
  const start = span.start + at;
  return { number, span: { start, end: start + number.length } };
}

export function ordinalOf(number: string): number {
  return /^\d/.test(number) ? Number(number) : number.charCodeAt(0) - 96;
}

/** @returns undefined behind "z" */
export function numberAt(ordinal: number, isLettered: boolean): string | undefined {
  if (!isLettered) return String(ordinal);
  return ordinal > 26 ? undefined : String.fromCharCode(96 + ordinal);
}
