import type { Paragraph, PhrasingContent, Root } from 'mdast';
import type { HeaderField } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { ofSource, plainText } from '../parse/markdown.ts';

const FIELD = /^\s*([A-Z][\w ,-]*?):\s*(.*)$/s;

/** `**Label:** value` lines of the first paragraph under the title. */
export function extractHeader(root: Root, source: string, index: LineIndex): HeaderField[] {
  const title = root.children.findIndex((node) => node.type === 'heading');
  const block = title >= 0 ? root.children[title + 1] : undefined;
  return block?.type === 'paragraph' && block.children[0]?.type === 'strong'
    ? fieldsOf(block, source, index)
    : [];
}

/** `*Label: value*` lines of the last paragraph. The first line is read as the field "Specification for" or by its label. */
export function extractFooter(root: Root, source: string, index: LineIndex): HeaderField[] {
  const block = root.children.at(-1);
  return block?.type === 'paragraph' && block.children[0]?.type === 'emphasis'
    ? fieldsOf(block, source, index)
    : [];
}

function fieldsOf(paragraph: Paragraph, source: string, index: LineIndex): HeaderField[] {
  return linesOf(paragraph).flatMap((nodes) => {
    const match = FIELD.exec(nodes.map(plainText).join(''));
    if (!match) return [];
    const start = nodes[0].position!.start.offset!;
    const end = start + source.slice(start, nodes.at(-1)!.position!.end.offset).trimEnd().length;
    return [
      {
        label: ofSource(match[1].trim(), source, paragraph),
        value: ofSource(match[2].trim(), source, paragraph),
        range: index.range(start, end),
      },
    ];
  });
}

/** The content of a paragraph by lines: it is split at hard breaks, and behind texts that end a line. */
function linesOf(paragraph: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of paragraph.children) {
    if (node.type !== 'break') lines.at(-1)!.push(node);
    if (node.type === 'break' || (node.type === 'text' && /[\r\n]\s*$/.test(node.value))) lines.push([]);
  }
  return lines;
}
