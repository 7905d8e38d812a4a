import type { Nodes } from 'mdast';
import type { TableAsText } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import type { Parts } from '../../parse/markdown.ts';
import { cellsOf, isRuler } from '../../text/table-cells.ts';

interface Line {
  text: string;
  start: number;
}

/** Marks of a quote and blanks before a continuation line. */
const PREFIX = /^[ \t>]*/;
/** Written like a ruler, whether it is one or not. */
const DASHES = /^\|[\s|:_=+.–—-]*-{2}[\s|:_=+.–—-]*$/;

/** Paragraphs that begin like a table, where the ruler is lost, does not fit, or stands behind a blank line. */
export function extractTablesAsText(parts: Parts, source: string, index: LineIndex): TableAsText[] {
  const ends = new Map(parts.tables.map((table) => [lineBehind(table, index), table.children[0]]));
  return parts.prose.flatMap((node) => {
    const start = node.position!.start.offset!;
    if (node.type !== 'paragraph') return [];
    const raw = source.slice(start, node.position!.end.offset);
    if (!raw.includes('|')) return [];
    const rows = rowsOf(raw, start);
    const above = ends.get(index.lineAt(start) - 1);
    if (rows.length === 0) return [];
    const columns = cellsOf(rows[0].text).length;
    if (rows.length === 1 && above?.children.length !== columns) return [];
    const fault = faultOf(rows, columns, above?.children.length);
    if (!fault) return [];
    const { line, ...rest } = fault;
    return [{ ...rest, columns, range: index.range(line.start, line.start + line.text.length) }];
  });
}

/** The blank line behind a table. */
function lineBehind(table: Nodes, index: LineIndex): number {
  return index.lineAt(table.position!.end.offset! - 1) + 1;
}

/** The first lines of a paragraph that are written like rows of at least two cells. */
function rowsOf(raw: string, start: number): Line[] {
  const lines = linesOf(raw, start);
  const from = lines.findIndex(isRow);
  if (from < 0) return [];
  const rest = lines.slice(from);
  const to = rest.findIndex((line) => !isRow(line));
  return to < 0 ? rest : rest.slice(0, to);
}

function linesOf(raw: string, start: number): Line[] {
  return [...raw.matchAll(/[^\r\n]+/g)].map((match) => {
    const prefix = PREFIX.exec(match[0])![0].length;
    return { text: match[0].slice(prefix).trimEnd(), start: start + match.index + prefix };
  });
}

function isRow({ text }: Line): boolean {
  return text.startsWith('|') && text.endsWith('|') && !text.includes('||') && cellsOf(text).length >= 2;
}

/** "|x| + |y|" is a formula. */
function isSpaced({ text }: Line): boolean {
  return /^\|\s.*\s\|$/.test(text);
}

function faultOf(
  rows: Line[],
  columns: number,
  above: number | undefined,
): { line: Line; cause: TableAsText['cause']; ruled?: number } | undefined {
  const dashes = rows.findIndex(({ text }) => DASHES.test(text));
  if (dashes === 0) return { line: rows[0], cause: 'no-header' };
  if (dashes === 1) return { line: rows[1], cause: 'ruler', ruled: cellsOf(rows[1].text).length };
  if (dashes > 1) return undefined;
  if (above === columns) return { line: rows[0], cause: 'cut-off' };
  const isEven = rows.every(({ text }) => cellsOf(text).length === columns);
  return isEven && rows.some(isSpaced) && !rows.some(({ text }) => isRuler(text))
    ? { line: rows[0], cause: 'no-ruler' }
    : undefined;
}
