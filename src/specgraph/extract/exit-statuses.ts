/** Reads the exit statuses that shell code ends with, and those that the text states: "exit 1", a column "Exit status". */
import type { CodeBlock, ExitStatuses, TableFacts } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { forEachLine } from './code-lines.ts';
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
  source: string,
  index: LineIndex,
): ExitStatuses {
  const shellBlocks = blocks.filter(({ lang }) => SHELL.test(lang ?? ''));
  const inCode = shellBlocks.flatMap(({ text }) =>
    Array.from(text.matchAll(IN_CODE), ({ groups }) => groups!.status),
  );
  const stated: ExitStatuses['stated'] = [];
  const inRows: ExitStatuses['rows'] = [];
  if (inCode.length === 0) return { inCode, stated, rows: inRows, printed: [] };
  for (const { text, place } of units)
    for (const { 0: words, index, groups } of text.matchAll(STATED)) {
      const { status } = groups!;
      const end = index + words.length;
      stated.push({ status, range: place(end - status.length, end) });
    }
  for (const { header, rows } of tables) {
    const at = header.findIndex(({ text }) => COLUMN.test(text));
    for (const { cells } of at < 0 ? [] : rows)
      if (/^\d{1,3}$/.test(cells[at]?.text ?? '')) {
        const { text: status, range } = cells[at];
        const words = cells.flatMap((cell, i) => (i === at ? [] : cell.text)).join(' | ');
        stated.push({ status, range });
        inRows.push({ status, words, range });
      }
  }
  const printed = inRows.length === 0 ? [] : shellBlocks.flatMap((block) => printedIn(block, source, index));
  return { inCode, stated, rows: inRows, printed };
}

/** A string of words behind a command: `log "$name FAILED: $count error(s)"`. */
const PRINTED = /(?<=\w )"(?<text>[^"]* [^"]*)"/g;
const PLACEHOLDER = /\$\{[^}]*\}|\$\([^)]*\)|\$\w+/;
/** Fewer words of a message stand in other messages as well. */
const MIN_WORDS = 2;

/** The messages of a block, each with the status of the next line that ends the script. */
function printedIn(block: CodeBlock, source: string, index: LineIndex): ExitStatuses['printed'] {
  const found: ExitStatuses['printed'] = [];
  let waiting: Omit<ExitStatuses['printed'][number], 'status'>[] = [];
  forEachLine(block, source, index, (line, start) => {
    for (const { groups, index: at, 0: text } of line.matchAll(PRINTED)) {
      const parts = groups!.text
        .split(PLACEHOLDER)
        .map((part) => part.trim())
        .filter(Boolean);
      if (parts.join(' ').split(' ').length >= MIN_WORDS)
        waiting.push({ parts, range: index.range(start + at, start + at + text.length) });
    }
    for (const { groups } of line.matchAll(IN_CODE)) {
      found.push(...waiting.map((one) => ({ ...one, status: groups!.status })));
      waiting = [];
    }
  });
  return found;
}
