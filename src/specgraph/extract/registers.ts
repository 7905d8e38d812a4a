import type { Table, TableCell, TableRow } from 'mdast';
import type { RegisterCell, RegisterTable } from '../model/index.ts';
import { plainText, type Parts } from '../parse/markdown.ts';

/** Longer cells hold sentences, which two tables hardly ever say alike. */
const MAX_CHARACTERS = 160;

/** The tables of a document whose rows may each describe one thing. Places are offsets: most of them are never shown. */
export function extractRegisters({ tables }: Parts): RegisterTable[] {
  return tables
    .filter(({ children }) => children.length > 1 && children[0].children.length > 1)
    .map(readRegister);
}

function readRegister({ children: [header, ...rows] }: Table): RegisterTable {
  return {
    header: header.children.map((cell) => plainText(cell).trim()),
    rows: rows.map((row: TableRow) => row.children.map(readCell)),
  };
}

function readCell(cell: TableCell): RegisterCell {
  const start = cell.children[0]?.position?.start.offset ?? cell.position!.start.offset!;
  const end = cell.children.at(-1)?.position?.end.offset ?? start;
  return { text: end - start > MAX_CHARACTERS ? undefined : plainText(cell).trim(), start, end };
}
