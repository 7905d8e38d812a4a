import type { CodeBlock, CodeValueForm, RawCodeValue, RawReference } from '../model/index.ts';
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

/** Values that lines of a block give to names. */
export function readCodeValues(
  block: CodeBlock,
  source: string,
  index: LineIndex,
  forms: readonly CodeValueForm[],
): Omit<RawCodeValue, 'section'>[] {
  const here = forms.filter(({ contains }) => block.text.includes(contains));
  const values: Omit<RawCodeValue, 'section'>[] = [];
  if (here.length === 0) return values;
  forEachLine(block, source, index, (line, start) => {
    for (const { field, pattern } of here) {
      for (const match of line.matchAll(pattern)) {
        const { name, value } = match.groups!;
        const from = start + match.index + match[0].lastIndexOf(value);
        values.push({ field, name, value, range: index.range(from, from + value.length) });
      }
    }
  });
  return values;
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
