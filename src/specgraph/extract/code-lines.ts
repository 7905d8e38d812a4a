import type { CodeBlock } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';

/** Visits the lines of a code block without its fences, each with the offset at which it starts. */
export function forEachLine(
  block: CodeBlock,
  source: string,
  index: LineIndex,
  visit: (line: string, start: number) => void,
): void {
  for (let line = block.range.line; line <= block.range.endLine; line++) {
    const start = index.starts[line - 1];
    const end = index.starts[line] ?? source.length;
    const text = source.slice(start, end).trimEnd();
    if (!/^\s*(?:>\s*)*(?:`{3,}|~{3,})/.test(text)) visit(text, start);
  }
}

/** The code of a block without its fences, and the offset in the source at which it starts. */
export function codeOf(
  { range }: CodeBlock,
  source: string,
  index: LineIndex,
): { code: string; start: number } {
  const [first, next] = [index.starts[range.line - 1], index.starts[range.endLine] ?? source.length];
  const isFenced = /^[\s>]*(?:`{3}|~{3})/.test(source.slice(first, first + 40));
  const start = isFenced ? Math.min(index.starts[range.line] ?? source.length, next) : first;
  const last = index.starts[range.endLine - 1];
  const isClosed = isFenced && last >= start && /^[\s>]*(?:`{3,}|~{3,})\s*$/.test(source.slice(last, next));
  return { code: source.slice(start, isClosed ? last : next), start };
}
