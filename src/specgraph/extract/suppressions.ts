import type { Suppression } from '../model.ts';
import type { LineIndex } from '../parse/line-index.ts';
import type { Parts } from '../parse/markdown.ts';

const COMMENT = /^<!--\s*specgraph-ignore\s+([a-z][a-z0-9, -]*?)(?:\s*:\s*(.*?))?\s*-->$/s;

/**
 * `<!-- specgraph-ignore broken-link, wrong-count: why -->` silences these rules in the block below it.
 * A table or paragraph is silenced from its first line to the next blank line.
 */
export function extractSuppressions(parts: Parts, source: string, index: LineIndex): Suppression[] {
  const found: Suppression[] = [];
  for (const node of parts.html) {
    const match = COMMENT.exec(node.value.trim());
    if (!match) continue;
    const range = index.range(node.position!.start.offset!, node.position!.end.offset!);
    const isBlank = (n: number): boolean => source.slice(index.starts[n - 1], index.starts[n]).trim() === '';
    let line = range.endLine + 1;
    while (line < index.starts.length && isBlank(line)) line++;
    let endLine = line;
    while (endLine < index.starts.length && !isBlank(endLine + 1)) endLine++;
    found.push({ rules: match[1].split(/[,\s]+/).filter(Boolean), reason: match[2] ?? '', range, line, endLine });
  }
  return found;
}
