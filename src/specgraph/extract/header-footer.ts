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
  return lines(paragraph).flatMap((nodes) => {
    const match = FIELD.exec(nodes.map(plainText).join(''));
    if (!match || nodes.length === 0) return [];
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

/** The paragraph's content, line by line: split at hard breaks and at plain line ends. */
function lines(paragraph: Paragraph): PhrasingContent[][] {
  const result: PhrasingContent[][] = [[]];
  for (const node of paragraph.children) {
    if (node.type === 'break') result.push([]);
    else if (node.type === 'text' && node.value.trim() === '') {
      if (node.value.includes('\n')) result.push([]);
    } else if (node.type === 'text' && result.at(-1)!.length === 0 && node.value.startsWith('\n')) {
      result.at(-1)!.push(node);
    } else {
      result.at(-1)!.push(node);
      if (node.type === 'text' && /[\r\n]\s*$/.test(node.value)) result.push([]);
    }
  }
  return result.filter((line) => line.length > 0);
}
