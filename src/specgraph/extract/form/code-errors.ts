import type { Code } from 'mdast';
import type { CodeError, UnclosedFence } from '../../model/index.ts';
import { languageOf } from '../../parse/code/load-grammars.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import type { Parts } from '../../parse/markdown.ts';
import type { JudgeCode } from '../document-memory.ts';

/**
 * Code blocks that do not parse in the language that their info string names. Behind a fence that nothing closes stands
 * something else than code.
 */
export function extractCodeErrors(
  parts: Parts,
  judgeCode: JudgeCode,
  unclosedFences: readonly UnclosedFence[],
  source: string,
  index: LineIndex,
): CodeError[] {
  return parts.code.flatMap((node): CodeError[] => {
    const language = languageOf(node.lang);
    const { line } = node.position!.start;
    const isInOpenFence = unclosedFences.some(({ range, endLine }) => line >= range.line && line <= endLine);
    if (!language || isInOpenFence || isDeclaredFragment(node, source, index)) return [];
    const fault = judgeCode({ text: node.value, language, meta: node.meta ?? '' });
    if (!fault) return [];
    return [{ language, reason: fault.reason, range: placeIn(node, fault.offset, source, index) }];
  });
}

/** A comment in the line above the fence (`<!-- fragment -->`), or a sentence above it that calls it pseudocode. */
function isDeclaredFragment(node: Code, source: string, index: LineIndex): boolean {
  const above = source.slice(0, index.starts[node.position!.start.line - 1]).trimEnd();
  if (/pseudo-?code[^\n]*$/i.test(above.slice(-200))) return true;
  return above.endsWith('-->') && /<!--[^<]*\bfragment\b[^<]*-->$/i.test(above.slice(-200));
}

/** The rest of the line at an offset of the code. A list or quote indents the lines of the source. */
function placeIn(node: Code, offset: number, source: string, index: LineIndex): CodeError['range'] {
  const before = node.value.slice(0, Math.min(offset, node.value.trimEnd().length));
  const row = before.split('\n').length;
  const words = node.value.split('\n')[row - 1];
  const column = before.length - before.lastIndexOf('\n') - 1;
  const line = Math.min(node.position!.start.line + row, index.starts.length);
  const start = index.starts[line - 1];
  const text = source.slice(start, index.starts[line] ?? source.length).trimEnd();
  const indent = Math.max(0, text.length - words.trimEnd().length);
  const from = Math.min(indent + column, Math.max(0, text.length - 1));
  return index.range(start + from, start + Math.max(text.length, from));
}
