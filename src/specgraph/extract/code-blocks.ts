import type { CodeBlock, RawReference, RawUserInput } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import type { Parts } from '../parse/markdown.ts';
import { forEachLine } from './code-lines.ts';
import { namesInCode, type Vocabulary } from './references/index.ts';

/** Fenced and indented code; `section` is left to the caller. */
export function extractCodeBlocks(parts: Parts, index: LineIndex): CodeBlock[] {
  return parts.code.map((node) => ({
    lang: node.lang ?? undefined,
    text: node.value,
    range: index.range(node.position!.start.offset!, node.position!.end.offset!),
  }));
}

const USER_INPUT = /(?<![\w$])"?([A-Z][A-Z0-9_]*)"?\s*[=:]\s*"([^"\n|]{0,20}\|[^"\n]*)"/g;

/** USER_INPUT strings of a block: `NAME = "O|…"` in a template, `"NAME": "O|…"` in JSON. */
export function readUserInputs(
  block: CodeBlock,
  source: string,
  index: LineIndex,
): Omit<RawUserInput, 'section'>[] {
  const inputs: Omit<RawUserInput, 'section'>[] = [];
  if (!block.text.includes('|')) return inputs;
  forEachLine(block, source, index, (line, start) => {
    for (const match of line.matchAll(USER_INPUT)) {
      const from = start + match.index + match[0].length - 1 - match[2].length;
      inputs.push({ name: match[1], value: match[2], range: index.range(from, from + match[2].length) });
    }
  });
  return inputs;
}

/** Names in code blocks are mentions like those in prose. */
export function readBlockNames(
  block: CodeBlock,
  source: string,
  index: LineIndex,
  words: Vocabulary,
): RawReference[] {
  const found: RawReference[] = [];
  const name = words.name;
  if (!name) return found;
  forEachLine(block, source, index, (line, start) => {
    for (const match of namesInCode(line, name)) {
      const from = start + match.index;
      found.push({
        kind: 'name',
        value: match[0],
        owner: { kind: 'current' },
        where: 'block',
        text: match[0],
        range: index.range(from, from + match[0].length),
        context: line.trim(),
      });
    }
  });
  return found;
}
