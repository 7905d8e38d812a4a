/** Reads the values that code gives to names or compares them with: `MODE_NAME=fast`, `[ "$MODE_NAME" = fast ]`. */
import type { Assignment, CodeBlock } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { forEachLine } from './code-lines.ts';
import type { FlatUnit } from './prose.ts';

/** An environment variable or constant; a short word may be anything. */
const NAME = String.raw`(?<![\w$-])(?:"?\$\{?)?(?<name>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{4,})(?:\}?"?)`;
/** A plain value to its end: expressions, placeholders and sentences are none. */
const VALUE = String.raw`\s?(?:[!=]?=)\s?(?<quote>["']?)(?<value>[A-Za-z0-9](?:[\w.-]*\w)?)\k<quote>(?=[\s;,.)\]]*(?:\s|$))`;
const ASSIGNMENT = new RegExp(NAME + VALUE, 'g');

export function readAssignments(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  source: string,
  index: LineIndex,
): Assignment[] {
  const found: Assignment[] = [];
  for (const { text, codes, place } of units) {
    if (!text.includes('=')) continue;
    for (const { start, end } of codes)
      for (const { name, value, at } of assignmentsIn(text.slice(start, end)))
        found.push({ name, value, range: place(start + at, start + at + value.length) });
  }
  for (const block of blocks) {
    if (!block.text.includes('=')) continue;
    forEachLine(block, source, index, (line, start) => {
      for (const { name, value, at } of assignmentsIn(line))
        found.push({ name, value, range: index.range(start + at, start + at + value.length) });
    });
  }
  return found;
}

function assignmentsIn(code: string): { name: string; value: string; at: number }[] {
  if (!code.includes('=')) return [];
  return [...code.matchAll(ASSIGNMENT)].map((match) => {
    const { name, value, quote } = match.groups!;
    return { name, value, at: match.index + match[0].length - quote.length - value.length };
  });
}
