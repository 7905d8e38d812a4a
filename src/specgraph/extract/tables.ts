import type { TableRow as MdastRow } from 'mdast';
import type { TableFacts, TableRow } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { plainText, type Parts } from '../parse/markdown.ts';

/** Every table of the document. The caller adds `section`. */
export function extractTables(parts: Parts, index: LineIndex): Omit<TableFacts, 'section'>[] {
  const tables: Omit<TableFacts, 'section'>[] = [];
  for (const node of parts.tables) {
    const [header, ...rows] = node.children.map((row) => readRow(row, index));
    if (header)
      tables.push({
        header: header.cells,
        rows,
        range: index.range(node.position!.start.offset!, node.position!.end.offset!),
      });
  }
  return tables;
}

function readRow(row: MdastRow, index: LineIndex): TableRow {
  return {
    cells: row.children.map((cell) => {
      const first = cell.children[0]?.position?.start.offset ?? cell.position!.start.offset!;
      const last = cell.children.at(-1)?.position?.end.offset ?? first;
      return { text: plainText(cell).trim(), range: index.range(first, last) };
    }),
    range: index.range(row.position!.start.offset!, row.position!.end.offset!),
  };
}
