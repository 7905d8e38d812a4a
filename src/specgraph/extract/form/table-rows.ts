import type { Table, TableRow } from 'mdast';
import type { IrregularRow } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import { plainText, type Parts } from '../../parse/markdown.ts';
import { pipesOf } from '../../text/table-cells.ts';

/** A table with more short rows than one in this many leaves cells out by habit. */
const ROWS_PER_SHORT_ROW = 10;

/**
 * Rows whose cells do not fit the columns. GitHub-flavoured Markdown fills a short row and drops what is too much. Two
 * habits are no mistakes: a row that is only the title of the rows below it, and a table that leaves out empty cells at
 * the end of many rows.
 */
export function extractIrregularRows(parts: Parts, source: string, index: LineIndex): IrregularRow[] {
  return parts.tables.flatMap((table) => {
    const [header, ...rows] = table.children;
    const columns = header?.children.length ?? 0;
    const irregular = rows.filter(
      (row) => row.children.length !== columns && !isTitle(row, source) && !hasTemplate(row, source),
    );
    const isHabit = irregular.length > Math.max(1, rows.length / ROWS_PER_SHORT_ROW);
    return irregular
      .filter((row) => !isHabit || losesWords(row, columns))
      .map((row) => describeRow(row, table, columns, source, index));
  });
}

/** `| **Inputs** |`: a title of the rows below it. */
function isTitle(row: TableRow, source: string): boolean {
  const filled = row.children.filter((cell) => cell.children.length > 0);
  return filled.length <= 1 && source[row.position!.start.offset!] === '|';
}

/** `{{ page.url | relative_url }}`: the pipe belongs to a template, which is filled in before the table is read. */
function hasTemplate(row: TableRow, source: string): boolean {
  return /\{\{[^{}]*\|[^{}]*\}\}/.test(source.slice(row.position!.start.offset, row.position!.end.offset));
}

function losesWords(row: TableRow, columns: number): boolean {
  return row.children.slice(columns).some((cell) => plainText(cell).trim() !== '');
}

function describeRow(
  row: TableRow,
  table: Table,
  columns: number,
  source: string,
  index: LineIndex,
): IrregularRow {
  const start = row.position!.start.offset!;
  const line = source.slice(start, row.position!.end.offset);
  const pipes = pipesInCode(line);
  const cells = row.children.length;
  const isText = row === table.children.at(-1) && !line.includes('|');
  return {
    range: index.range(start, row.position!.end.offset!),
    cells,
    columns,
    cause: isText ? 'text' : pipes.length > 0 && cells - pipes.length === columns ? 'pipe' : undefined,
    pipes: pipes.map((at) => index.range(start + at, start + at + 1)),
  };
}

/** Offsets of pipes between two backticks of a line. */
function pipesInCode(line: string): number[] {
  const spans = [...line.matchAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g)];
  return pipesOf(line).filter((pipe) =>
    spans.some(({ index: from, 0: span }) => from < pipe && pipe < from + span.length),
  );
}
