/** The text that defines a thing, as a whole: the row of a table, the item of a list, the paragraph, the line of code. */
import type { DocumentFacts, SourceRange } from '../model/index.ts';
import { lineText } from './layout.ts';
import type { Span } from './headings.ts';

const ITEM = /^(?<indent>[ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]+/;
/** A line that ends the paragraph before it: a heading, a fence, a table, a quotation, a thematic break. */
const BLOCK_START = /^[ \t]*(?:#{1,6}\s|```|~~~|\||>|(?:[-*_][ \t]*){3,}$)/;

/**
 * @param range of the id where it is defined
 * @returns the offsets of whole lines, with a blank line where two would be left; undefined where the definition stands in
 *   the middle of other text
 */
export function definitionSpan(
  facts: DocumentFacts,
  { form, range }: { form: string; range: SourceRange },
): Span | undefined {
  const isRow = facts.tables.some((table) => table.rows.some((row) => row.range.line === range.line));
  if (isRow || form === 'code') return lineSpan(facts, range.line, range.line);
  const item = ITEM.exec(lineText(facts, range.line));
  if (item) return itemSpan(facts, range, item);
  return paragraphSpan(facts, range);
}

function itemSpan(facts: DocumentFacts, range: SourceRange, item: RegExpExecArray): Span | undefined {
  if (!isHead(lineText(facts, range.line).slice(item[0].length, range.column - 1))) return undefined;
  const depth = item.groups!.indent.length;
  let last = range.line;
  for (let line = range.line + 1; line <= facts.lines; line++) {
    const text = lineText(facts, line);
    if (text.trim() === '') continue;
    const isWithin = indentOf(text) > depth;
    const continues = line === last + 1 && !ITEM.test(text) && !BLOCK_START.test(text);
    if (!isWithin && !continues) break;
    last = line;
  }
  return lineSpan(facts, range.line, last);
}

function paragraphSpan(facts: DocumentFacts, range: SourceRange): Span | undefined {
  const isStart = range.line === 1 || lineText(facts, range.line - 1).trim() === '';
  if (!isStart || !isHead(lineText(facts, range.line).slice(0, range.column - 1))) return undefined;
  let last = range.line;
  while (
    last < facts.lines &&
    lineText(facts, last + 1).trim() !== '' &&
    !BLOCK_START.test(lineText(facts, last + 1))
  )
    last++;
  const isBlank = (line: number): boolean =>
    line >= 1 && line <= facts.lines && lineText(facts, line).trim() === '';
  // Of the blank lines on both sides one stays.
  const behind = isBlank(range.line - 1) && isBlank(last + 1) ? last + 1 : last;
  return lineSpan(facts, range.line, behind);
}

/** Whether an id begins its text: marks of emphasis, code, links and HTML may stand before it, and its word ("REQ-" of 7). */
function isHead(text: string): boolean {
  return /^(?:[\s*_`[("“]|<[^>]*>)*[\p{L}\p{N}_]*[\s#-]*$/u.test(text);
}

function indentOf(text: string): number {
  return /^[ \t>]*/.exec(text)![0].length;
}

function lineSpan({ lineStarts, source }: DocumentFacts, first: number, last: number): Span {
  return { start: lineStarts[first - 1], end: lineStarts[last] ?? source.length };
}
