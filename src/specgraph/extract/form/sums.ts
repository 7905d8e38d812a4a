/** Sums of sizes and times that are said about a table: a row "Sum of the parts", "The four parts sum to about 1.4 GB". */
import type { Table } from 'mdast';
import type { WrongResult } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import type { Parts } from '../../parse/markdown.ts';
import { fillNumber, readNumeral } from '../../text/numerals.ts';
import { unitNamed } from '../../text/units.ts';
import type { FlatUnit } from '../prose.ts';
import { NAMES_TOTAL, rangeOfCell, textOfCell } from './table-cells.ts';

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const AMOUNT = new RegExp(
  String.raw`^(?:about |approx\.? |ca\. |~ ?)?(?<low>${NUMBER})(?: ?(?<own>[A-Za-z]+))?(?: ?[-–] ?(?<high>${NUMBER}))?(?: ?(?<unit>[A-Za-z]+))?(?: \([^()]*\))?$`,
);
const NOTHING = /^(?:[-–—]*|n\/a|none|0)$/i;
const SUM_ROW = /^sum of (?:the |all |these )*[a-z]+s$/i;
const SENTENCE = new RegExp(
  fillNumber(
    String.raw`\b(?:The |These |Together,? the |All )?{n} (?:parts|rows|items|components|entries|steps|layers|phases|shares) (?:sum(?: up)?|add up) to (?:about |approximately |roughly |~ ?)?(?<amount>(?:${NUMBER}) ?[A-Za-z]+)(?![\w-])`,
  ).exact,
  'i',
);
/** One row is no sum. */
const MIN_ROWS = 2;

export function extractWrongSums(
  { tables }: Parts,
  units: readonly FlatUnit[],
  index: LineIndex,
): WrongResult[] {
  const said = units.flatMap((unit) => {
    const match = unit.kind === 'paragraph' ? SENTENCE.exec(unit.text) : undefined;
    return match ? [{ unit, match, line: unit.place(0, 0).line }] : [];
  });
  return tables.flatMap((table) => {
    const end = index.lineAt(table.position!.end.offset! - 1);
    const below = said.find(({ line }) => line > end && line <= end + 2);
    return [...wrongRow(table, index), ...(below ? wrongSentence(table, below) : [])];
  });
}

/** A row that says that it is the sum of the rows above it; a total may have more in it. */
function* wrongRow(table: Table, index: LineIndex): Iterable<WrongResult> {
  const rows = table.children.slice(1);
  const at = rows.findIndex(({ children }) => SUM_ROW.test(textOfCell(children[0])));
  const above = rows.slice(0, at);
  if (at < MIN_ROWS || above.some(({ children }) => NAMES_TOTAL.test(textOfCell(children[0])))) return;
  for (const [column, cell] of rows[at].children.entries()) {
    const wrong = column > 0 ? wrongSum(columnOf(above, column), textOfCell(cell)) : undefined;
    if (wrong) yield { ...wrong, range: rangeOfCell(cell, index) };
  }
}

/** A sentence below a table with as many rows as it counts, and with one column of amounts. */
function* wrongSentence(
  table: Table,
  { unit, match }: { unit: FlatUnit; match: RegExpExecArray },
): Iterable<WrongResult> {
  const rows = table.children.slice(1).filter(({ children }) => !NAMES_TOTAL.test(textOfCell(children[0])));
  const { n, amount } = match.groups!;
  if (rows.length < MIN_ROWS || rows.length !== readNumeral(n)) return;
  const columns = table.children[0].children.map((_, column) => columnOf(rows, column));
  const [own, ...others] = columns.filter((cells) => cells.every((cell) => amountOf(cell)));
  const wrong = own && others.length === 0 ? wrongSum(own, amount) : undefined;
  if (!wrong) return;
  const start = match.index + match[0].length - amount.length;
  yield { ...wrong, range: unit.place(start, start + amount.length) };
}

function columnOf(rows: Table['children'], column: number): string[] {
  return rows.map(({ children }) => textOfCell(children[column]));
}

interface Amount {
  low: number;
  high: number;
  dimension: string;
  /** Of the last digit. */
  step: number;
  unit: string;
}

/** @param stated the sum as written, which may be a range and may be rounded to its last digit */
function wrongSum(cells: readonly string[], stated: string): Omit<WrongResult, 'range'> | undefined {
  const total = amountOf(stated);
  const amounts = cells.map((cell) => (NOTHING.test(cell) ? 0 : amountOf(cell)));
  if (!total || amounts.some((amount) => amount === undefined)) return undefined;
  const parts = amounts.filter((amount) => amount !== 0 && amount !== undefined);
  if (parts.length < MIN_ROWS || parts.some(({ dimension }) => dimension !== total.dimension))
    return undefined;
  const [low, high] = [sum(parts.map((part) => part.low)), sum(parts.map((part) => part.high))];
  const isNear = (one: number, other: number): boolean => Math.abs(one - other) < total.step;
  if (isNear(low, total.low) && isNear(high, total.high)) return undefined;
  return {
    written: stated,
    calculation: `the ${parts.length} rows`,
    expected: [...new Set([inUnit(low, total), inUnit(high, total)])].join('-') + ` ${total.unit}`,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function inUnit(value: number, { step, unit }: Amount): string {
  const { factor } = unitNamed(unit)!;
  return String(Number((Math.round(value / step) * (step / factor)).toFixed(3)));
}

function amountOf(text: string): Amount | undefined {
  const parts = AMOUNT.exec(text)?.groups;
  if (!parts) return undefined;
  const { low, own, high = low, unit = own } = parts;
  const last = unitNamed(unit ?? '');
  const first = own === undefined ? last : unitNamed(own);
  if (!last || !first || first.dimension !== last.dimension) return undefined;
  const value = (written: string): number => Number(written.replaceAll(',', ''));
  const decimals = /\.(\d+)$/.exec(high)?.[1].length ?? 0;
  return {
    low: value(low) * first.factor,
    high: value(high) * last.factor,
    dimension: last.dimension,
    step: last.factor / 10 ** decimals,
    unit: unit!,
  };
}
