/** Text and place of the cells of a table. */
import type { TableCell } from 'mdast';
import type { SourceRange } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import { plainText } from '../../parse/markdown.ts';

/** The name of a row that sums up other rows, at its head. */
export const NAMES_TOTAL = /\b(?:sub-?total|total|sum)\b/i;

/** @returns '' for a cell that its row lacks */
export function textOfCell(cell: TableCell | undefined): string {
  return cell ? plainText(cell).trim() : '';
}

/** @param cell a cell with a text */
export function rangeOfCell({ children }: TableCell, index: LineIndex): SourceRange {
  return index.range(children[0].position!.start.offset!, children.at(-1)!.position!.end.offset!);
}
