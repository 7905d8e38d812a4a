/** The last row of a table that is called "Total" against the rows above it. */
import type { Table, TableCell } from 'mdast';
import type { WrongResult } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import type { Parts } from '../../parse/markdown.ts';
import { NAMES_TOTAL, rangeOfCell, textOfCell } from './table-cells.ts';

const TOTAL = /^(?:grand |overall )?(?:totals?|sum)(?: \([^()]*\))?:?$/i;
/** Columns in which a total is no sum. */
const NO_SUM =
  /\b(?:average|avg|mean|median|max|min|maximum|minimum|peak|rate|ratio|share|per|version|%)(?!\w)|%/i;
const AMOUNT = /^(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?: ?(?<unit>[A-Za-z]+))?$/;
const NOTHING = /^(?:[-–—]*|n\/a)$/i;
/** One row is no sum. */
const MIN_ROWS = 2;

export function extractWrongTotals({ tables }: Parts, index: LineIndex): WrongResult[] {
  return tables.flatMap((table) => {
    const [header, ...rows] = table.children;
    const last = rows.at(-1);
    const above = rows.slice(0, -1);
    if (!last || above.length < MIN_ROWS || !TOTAL.test(textOfCell(last.children[0]))) return [];
    if (above.some(({ children: [name] }) => NAMES_TOTAL.test(textOfCell(name)))) return [];
    return header.children.flatMap((heading, at) =>
      at === 0 || NO_SUM.test(textOfCell(heading)) ? [] : wrongTotal(above, last.children[at], at, index),
    );
  });
}

function wrongTotal(
  above: Table['children'],
  cell: TableCell | undefined,
  at: number,
  index: LineIndex,
): WrongResult[] {
  const total = amountOf(cell);
  const amounts = above.map(({ children }) =>
    NOTHING.test(textOfCell(children[at])) ? 0 : amountOf(children[at]),
  );
  if (!cell || !total || amounts.some((amount) => amount === undefined)) return [];
  const parts = amounts.filter((amount) => amount !== 0 && amount !== undefined);
  if (parts.length < MIN_ROWS || parts.some(({ unit }) => unit !== total.unit)) return [];
  const decimals = Math.max(total.decimals, ...parts.map((part) => part.decimals));
  const sum = parts.reduce((value, part) => value + part.value, 0);
  // Rounded parts add up to a rounded sum that is off by half of the last digit for each of them.
  const tolerance = decimals === 0 ? 0 : (parts.length / 2) * 10 ** -decimals;
  if (Math.abs(sum - total.value) <= tolerance + 1e-9) return [];
  return [
    {
      range: rangeOfCell(cell, index),
      written: textOfCell(cell),
      calculation: `the ${parts.length} rows above`,
      expected: [Number(sum.toFixed(decimals)), total.unit].join(' ').trim(),
    },
  ];
}

interface Amount {
  value: number;
  decimals: number;
  unit: string;
}

function amountOf(cell: TableCell | undefined): Amount | undefined {
  const parts = AMOUNT.exec(textOfCell(cell))?.groups;
  if (!parts) return undefined;
  const { number, unit = '' } = parts;
  return {
    value: Number(number.replaceAll(',', '')),
    decimals: /\.(\d+)$/.exec(number)?.[1].length ?? 0,
    unit,
  };
}
