/** Reads the exit statuses that shell code ends with, and those that the text states: "exit 1", a column "Exit status". */
import type { CodeBlock, ExitStatuses, TableFacts } from '../model/index.ts';
import type { FlatUnit } from './prose.ts';

const SHELL = /^(?:(?:ba|z|k)?sh|shell)$/;
const IN_CODE = /\bexit (?<status>\d{1,3})\b/g;
const STATED =
  /\b(?:exits?(?: with)?(?: (?:status|code))?|exit (?:status|code)) (?<status>\d{1,3})(?!\w|\.\d| ?[-–%])/gi;
const COLUMN = /^exit(?: status| code)?$/i;

export function readExitStatuses(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  tables: readonly Omit<TableFacts, 'section'>[],
): ExitStatuses {
  const inCode = blocks
    .filter(({ lang }) => SHELL.test(lang ?? ''))
    .flatMap(({ text }) => [...text.matchAll(IN_CODE)].map(({ groups }) => groups!.status));
  const stated: ExitStatuses['stated'] = [];
  if (inCode.length === 0) return { inCode, stated };
  for (const { text, place } of units)
    for (const { 0: words, index, groups } of text.matchAll(STATED)) {
      const { status } = groups!;
      const end = index + words.length;
      stated.push({ status, range: place(end - status.length, end) });
    }
  for (const { header, rows } of tables) {
    const at = header.findIndex(({ text }) => COLUMN.test(text));
    for (const { cells } of at < 0 ? [] : rows)
      if (/^\d{1,3}$/.test(cells[at]?.text ?? ''))
        stated.push({ status: cells[at].text, range: cells[at].range });
  }
  return { inCode, stated };
}
