/** Values that double from one to the next, but for one of them: "10, 20, 40, 60, 160", and columns of tables. */
import type { WrongResult } from '../../model/index.ts';
import { CELL_JOIN, type FlatUnit } from '../prose.ts';

/** So many numbers in a row are a sequence. */
const LIST = /(?<![\w.,$/#-])\d{1,7}(?:, \d{1,7}){3,}(?![\w]|[.,]\d)/g;
const DOUBLES = /\bdoubl(?:es|ed|ing)\b/i;
const AMOUNT = /^(?<number>\d+)(?: ?(?<unit>[A-Za-z]{1,12}))?$/;
/** So many numbers must double before one that does not is a mistake. */
const MIN_DOUBLED = 3;
const MIN_ROWS = 5;

export function extractBrokenSequences(units: readonly FlatUnit[]): WrongResult[] {
  return [...units.flatMap((unit) => [...brokenLists(unit)]), ...brokenColumns(units)];
}

function* brokenLists(unit: FlatUnit): Iterable<WrongResult> {
  if (unit.kind === 'heading' || !unit.text.includes(', ')) return;
  for (const { 0: list, index } of unit.text.matchAll(LIST)) {
    const numbers = list.split(', ').map(Number);
    const at = DOUBLES.test(unit.text) ? notDoubled(numbers) : interrupted(numbers);
    if (at === undefined) continue;
    const start = index + list.split(', ').slice(0, at).join(', ').length + (at > 0 ? 2 : 0);
    const written = String(numbers[at]);
    yield {
      range: unit.place(start, start + written.length),
      written,
      calculation: `${numbers.slice(0, at).join(', ')} doubled`,
      expected: String(2 * numbers[at - 1]),
    };
  }
}

/** The first number that is neither twice the one before it nor the limit at which the doubling ends. */
function notDoubled(numbers: readonly number[]): number | undefined {
  const limit = Math.max(...numbers);
  if (numbers[1] !== 2 * numbers[0] || numbers[2] !== 2 * numbers[1]) return undefined;
  const at = numbers.findIndex(
    (number, i) => i > 0 && number !== 2 * numbers[i - 1] && number !== limit && numbers[i - 1] !== limit,
  );
  return at > 0 ? at : undefined;
}

/** The only number that does not fit between those that go on doubling behind it. */
function interrupted(numbers: readonly number[]): number | undefined {
  const at = numbers.findIndex((number, i) => i > 0 && number !== 2 * numbers[i - 1]);
  if (at < MIN_DOUBLED || at === numbers.length - 1 || numbers[0] === 0) return undefined;
  const rest = numbers.slice(at + 1);
  return rest.every((number, i) => number === numbers[0] * 2 ** (at + 1 + i)) ? at : undefined;
}

interface Row {
  unit: FlatUnit;
  cells: string[];
}

/** Columns of tables whose first column counts up from 0 or 1. */
function* brokenColumns(units: readonly FlatUnit[]): Iterable<WrongResult> {
  for (const rows of countedRows(units))
    for (let column = 1; column < rows[0].cells.length; column++) {
      const amounts = rows.map(({ cells }) => AMOUNT.exec(cells[column]?.trim() ?? '')?.groups);
      if (amounts.some((amount) => !amount || amount.unit !== amounts[0]!.unit)) continue;
      const numbers = amounts.map((amount) => Number(amount!.number));
      const at = interruptedColumn(numbers);
      if (at === undefined) continue;
      const { unit, cells } = rows[at];
      const start = cells.slice(0, column).join(CELL_JOIN).length + CELL_JOIN.length;
      yield {
        range: unit.place(start, start + cells[column].length),
        written: cells[column],
        calculation: `${numbers[at - 1]} doubled and ${numbers[at + 1]} halved`,
        expected: [2 * numbers[at - 1], amounts[at]!.unit].join(' ').trim(),
      };
    }
}

/** The only row that does not follow from the first one; the first and the last one may be set by other rules. */
function interruptedColumn(numbers: readonly number[]): number | undefined {
  if (numbers.length < MIN_ROWS || numbers[0] === 0) return undefined;
  const wrong = numbers.flatMap((number, i) => (number === numbers[0] * 2 ** i ? [] : [i]));
  return wrong.length === 1 && wrong[0] < numbers.length - 1 ? wrong[0] : undefined;
}

/** Runs of rows of one table that begin with 1, 2, 3 … */
function* countedRows(units: readonly FlatUnit[]): Iterable<Row[]> {
  let rows: Row[] = [];
  let line = 0;
  for (const unit of units) {
    const cells = unit.kind === 'row' ? unit.text.split(CELL_JOIN) : [];
    const here = unit.kind === 'row' ? unit.place(0, 0).line : 0;
    const count = /^\d+$/.test(cells[0] ?? '') ? Number(cells[0]) : undefined;
    const follows = rows.length > 0 && here === line + 1 && count === Number(rows.at(-1)!.cells[0]) + 1;
    line = here;
    if (follows) {
      rows.push({ unit, cells });
      continue;
    }
    if (rows.length >= MIN_ROWS) yield rows;
    rows = count === 0 || count === 1 ? [{ unit, cells }] : [];
  }
  if (rows.length >= MIN_ROWS) yield rows;
}
