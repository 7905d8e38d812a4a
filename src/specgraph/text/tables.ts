import type { TableFacts } from '../model/index.ts';

/** Index of the column with one of these headings (letter case does not matter), or -1. */
export function columnOf(table: TableFacts, ...names: string[]): number {
  const wanted = names.map((name) => name.toLowerCase());
  return table.header.findIndex((cell) => wanted.includes(cell.text.toLowerCase()));
}
