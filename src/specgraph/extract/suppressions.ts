import type { Suppression } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import type { Parts } from '../parse/markdown.ts';

const COMMENT = /^<!--\s*specgraph-ignore\s([^:]*)(?::(.*))?-->$/s;
const RULES = /^[a-z][a-z0-9, -]*$/;

/**
 * `<!-- specgraph-ignore broken-link, wrong-count: why -->` silences these rules in the block below it.
 * A table or paragraph is silenced from its first line to the next blank line.
 */
export function extractSuppressions(parts: Parts, source: string, index: LineIndex): Suppression[] {
  const found: Suppression[] = [];
  for (const node of parts.html) {
    const match = COMMENT.exec(node.value.trim());
    const rules = match?.[1].trim() ?? '';
    if (!RULES.test(rules)) continue;
    const range = index.range(node.position!.start.offset!, node.position!.end.offset!);
    const isBlank = (number: number): boolean =>
      source.slice(index.starts[number - 1], index.starts[number]).trim() === '';
    let line = range.endLine + 1;
    while (line < index.starts.length && isBlank(line)) line++;
    const before = found.at(-1);
    let endLine = before && before.endLine >= line ? before.endLine : line;
    while (endLine < index.starts.length && !isBlank(endLine + 1)) endLine++;
    found.push({
      rules: rules.split(/[, ]+/).filter(Boolean),
      reason: match![2]?.trim() ?? '',
      range,
      line,
      endLine,
    });
  }
  return found;
}
