/** What can be folded: sections, code blocks, tables and comments. */
import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { DocumentFacts } from '#specgraph';

/** @returns ranges of at least two lines; lines are 0-based and the last one is part of the range */
export function foldingRanges(facts: DocumentFacts): FoldingRange[] {
  const lines = facts.source.split(/\r\n|\r|\n/);
  const sections = facts.sections.map(({ range, endLine }) => ({
    startLine: range.line - 1,
    endLine: lastWithText(lines, range.line - 1, endLine - 1),
  }));
  const tables = facts.tables.map(({ range }) => ({ startLine: range.line - 1, endLine: range.endLine - 1 }));
  return [...sections, ...tables, ...blocksOf(lines)]
    .filter(({ startLine, endLine }) => endLine > startLine)
    .toSorted((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** The last line up to `end` that is not blank. */
function lastWithText(lines: readonly string[], start: number, end: number): number {
  let at = Math.min(end, lines.length - 1);
  while (at > start && (lines[at] ?? '').trim() === '') at--;
  return at;
}

const FENCE = /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(`{3,}|~{3,})/;

/** Fenced code, comments and the front matter, each from its first line to its last one. */
function blocksOf(lines: readonly string[]): FoldingRange[] {
  const found: FoldingRange[] = [];
  for (let i = 0; i < lines.length; i++) {
    const end = endOfBlock(lines, i);
    if (end === undefined) continue;
    found.push({ startLine: i, endLine: end.line, ...(end.kind && { kind: end.kind }) });
    i = end.line;
  }
  return found;
}

function endOfBlock(
  lines: readonly string[],
  start: number,
): { line: number; kind?: FoldingRangeKind } | undefined {
  const find = (isEnd: (line: string) => boolean): number =>
    lines.findIndex((line, i) => i > start && isEnd(line));
  if (start === 0 && lines[0] === '---') {
    const line = find((one) => one === '---');
    return line < 0 ? undefined : { line };
  }
  const fence = FENCE.exec(lines[start])?.[1];
  if (fence) {
    const line = find((one) => /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(one)?.[1].startsWith(fence) ?? false);
    return { line: line < 0 ? lines.length - 1 : line };
  }
  if (!lines[start].trimStart().startsWith('<!--') || lines[start].includes('-->')) return undefined;
  const line = find((one) => one.includes('-->'));
  return line < 0 ? undefined : { line, kind: FoldingRangeKind.Comment };
}
