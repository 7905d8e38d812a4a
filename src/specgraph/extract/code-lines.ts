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
