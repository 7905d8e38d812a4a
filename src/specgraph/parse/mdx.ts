/**
 * Reads MDX as Markdown: elements of JSX become HTML, what they contain stays, and imports, exports and expressions, which
 * are no prose, go. Comments in expressions are comments.
 */
import type { Nodes, Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { childrenOf } from './tree.ts';

export interface ParsedMdx {
  root: Root;
  /** Why the text is no MDX, and its 1-based line; absent where it was read. The root is empty then. */
  fault?: { line: number; message: string };
}

/** The nodes that MDX adds to Markdown. */
interface MdxNode {
  type: string;
  value?: string;
  position?: Nodes['position'];
}

export function parseMdx(text: string): ParsedMdx {
  const { masked, restore } = maskForeign(text);
  try {
    const root = mdxToMdast(masked, {}) as Root;
    return { root: { ...root, children: asMarkdown(root, text, restore) as Root['children'] } };
  } catch (error) {
    return { root: { type: 'root', children: [] }, fault: faultOf(error as Error) };
  }
}

/** "24:1: Unexpected character …": the parser begins with the place. */
function faultOf({ message }: Error): { line: number; message: string } {
  const [, line, words] = /^(\d+):\d+(?:-\d+:\d+)?:\s*(.*)$/s.exec(message) ?? [];
  return { line: Number(line ?? 1), message: words ?? message };
}

/** Characters that stand for "{" and "}", which MDX would read as an expression. */
const BRACE = '\uE0FE';
const CLOSING_BRACE = '\uE0FF';
const HEADING_ID = /\{(#[^{}\s]+)\}(?=[ \t]*$)/gm;
const HTML_COMMENT = /<!--[^]*?-->/g;

/**
 * Sites made with MDX read `## Words {#id}` and HTML comments before MDX does. Both are replaced by as many other
 * characters.
 */
function maskForeign(text: string): { masked: string; restore: (value: string) => string } {
  const masked = text
    .replace(HEADING_ID, (_, id: string) => BRACE + id + CLOSING_BRACE)
    .replace(HTML_COMMENT, (comment) => comment.replace(/[^\r\n]/g, ' '));
  const hasBraces = masked.includes(BRACE);
  return {
    masked,
    restore: hasBraces
      ? (value) => value.replaceAll(BRACE, '{').replaceAll(CLOSING_BRACE, '}')
      : (value) => value,
  };
}

type Restore = (value: string) => string;

/** The children of a node as Markdown. Recursion is bounded by the parser, which limits nesting. */
function asMarkdown(parent: Nodes, source: string, restore: Restore): Nodes[] {
  return childrenOf(parent).flatMap((node): Nodes[] => {
    const { type, value } = node as MdxNode;
    switch (type) {
      case 'mdxjsEsm':
        return [];
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return commentOf(node as MdxNode);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return elementOf(node, source, restore);
      default:
        if ('children' in node) return [{ ...node, children: asMarkdown(node, source, restore) } as Nodes];
        return [value === undefined ? node : ({ ...node, value: restore(value) } as Nodes)];
    }
  });
}

/** A comment may hold the anchor of its heading ("#id") or silence a rule. */
function commentOf({ type, value = '', position }: MdxNode): Nodes[] {
  const comment = /^\s*\/\*([^]*)\*\/\s*$/.exec(value)?.[1];
  if (comment === undefined) return [];
  const id = /^\s*(#[^\s{}]+)\s*$/.exec(comment)?.[1];
  if (id !== undefined && type === 'mdxTextExpression') return [{ type: 'text', value: `{${id}}`, position }];
  return [{ type: 'html', value: `<!--${comment}-->`, position }];
}

/** The tag that opens an element as HTML, what the element contains, and the tag that closes it. */
function elementOf(node: Nodes, source: string, restore: Restore): Nodes[] {
  const { start, end } = node.position!;
  const opening = endOfTag(source, start.offset!);
  const closing = source.lastIndexOf('</', end.offset!);
  const tags = [htmlAt(source, start.offset!, opening, node)];
  const content = inParagraph(asMarkdown(node, source, restore), node);
  if (closing >= opening) return [...tags, ...content, htmlAt(source, closing, end.offset!, node)];
  return [...tags, ...content];
}

/** The words of an element that stands in one line (`<Note>Words</Note>`) are a paragraph, as HTML shows them. */
function inParagraph(content: Nodes[], { type }: MdxNode): Nodes[] {
  const isPhrasing = content.some((node) => PHRASING.has(node.type));
  if (type !== 'mdxJsxFlowElement' || !isPhrasing) return content;
  const position = { start: content[0].position!.start, end: content.at(-1)!.position!.end };
  return [{ type: 'paragraph', children: content, position } as Nodes];
}

const PHRASING = new Set([
  'text',
  'link',
  'linkReference',
  'inlineCode',
  'emphasis',
  'strong',
  'delete',
  'image',
]);

function htmlAt(source: string, from: number, to: number, { position }: Nodes): Nodes {
  return {
    type: 'html',
    value: source.slice(from, to),
    position: { start: { ...position!.start, offset: from }, end: { ...position!.end, offset: to } },
  };
}

/** Offset behind the ">" of a tag; strings and expressions in it may hold others. */
function endOfTag(source: string, start: number): number {
  let depth = 0;
  let quote = '';
  for (let i = start; i < source.length; i++) {
    const sign = source[i];
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'" || sign === '`') quote = sign;
    else if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (sign === '>' && depth === 0) return i + 1;
  }
  return source.length;
}
