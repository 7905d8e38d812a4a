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
  const range = index.range(row.position!.start.offset!, row.position!.end.offset!);
  const start = index.starts[range.line - 1];
  return {
    cells: row.children.map((cell) => {
      const first = cell.children[0]?.position?.start.offset ?? cell.position!.start.offset!;
      const last = cell.children.at(-1)?.position?.end.offset ?? first;
      // A row is one line, so the lines of its cells need not be looked for.
      return {
        text: plainText(cell).trim(),
        range: { ...range, column: first - start + 1, endColumn: last - start + 1 },
      };
    }),
    range,
  };
}
