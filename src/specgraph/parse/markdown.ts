/** Parses GitHub-flavoured Markdown with Sätteri into mdast. No other module of the engine parses Markdown. */
import type {
  Code,
  Definition,
  Heading,
  Html,
  Image,
  Link,
  LinkReference,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Root,
  Table,
  TableRow,
} from 'mdast';
import { markdownToMdast } from 'satteri';
import { isMdx } from '../text/file-names.ts';
import { boundText, type Cut } from './bounds.ts';
import { parseMdx } from './mdx.ts';
import { walk } from './tree.ts';

export interface Parsed {
  /** Positions have 1-based lines and columns, offsets in UTF-16 units. Front matter is a `yaml` node. */
  root: Root;
  /** Places where the text was not read as Markdown, because it exceeds a budget (bounds.ts). */
  cuts: Cut[];
}

/** Never throws: every text is Markdown. */
export function parseMarkdown(text: string): Parsed {
  return parseWith((bounded) => markdownToMdast(bounded, {}) as Root, text);
}

/** Parses a document in the language that its name tells: MDX or Markdown. Never throws. */
export function parseDocument(path: string, text: string): Parsed {
  return isMdx(path) ? parseMdxDocument(text) : parseMarkdown(text);
}

/** A text that is no MDX is read as Markdown, and reported as a cut. */
function parseMdxDocument(text: string): Parsed {
  let fault: Cut | undefined;
  const parsed = parseWith((bounded) => {
    const mdx = parseMdx(bounded);
    if (!mdx.fault) return mdx.root;
    const { line, message } = mdx.fault;
    fault = { line, message: `This is no MDX, so the document was read as Markdown: ${message}` };
    return markdownToMdast(bounded, {}) as Root;
  }, text);
  return { ...parsed, cuts: fault ? [...parsed.cuts, fault] : parsed.cuts };
}

function parseWith(parse: (bounded: string) => Root, text: string): Parsed {
  const bounded = boundText(text);
  const root = parse(bounded?.text ?? text);
  if (bounded) walk(root, (node) => restoreIn(node, bounded.restore));
  return { root, cuts: bounded?.cuts ?? [] };
}

function restoreIn(node: Nodes, restore: (value: string) => string): void {
  for (const [name, value] of Object.entries(node))
    if (typeof value === 'string') Object.assign(node, { [name]: restore(value) });
}

/**
 * The nodes that the modules of extract/ need, each list in document order. They are collected in one pass over the
 * tree.
 */
export interface Parts {
  root: Root;
  /** Blocks of the outline: headings, and the paragraphs and HTML between them. */
  flow: (Heading | Paragraph | Html)[];
  /** Blocks of prose. */
  prose: (Heading | Paragraph | TableRow)[];
  /** Blocks of prose with a bracket that the parser left as text. */
  bracketed: (Heading | Paragraph | TableRow)[];
  tables: Table[];
  code: Code[];
  html: Html[];
  /** Labels that links and images use, as definitions spell them. */
  labels: Set<string>;
  /** All nodes that can be links or anchors, including HTML. */
  pointers: (Link | LinkReference | Image | Definition | Html)[];
  /** The first paragraph of the list item that holds the list of a paragraph's own item. */
  itemAbove: Map<Nodes, Nodes>;
  lists: List[];
}

export function partsOf(root: Root): Parts {
  const parts: Parts = {
    root,
    flow: [],
    prose: [],
    bracketed: [],
    tables: [],
    code: [],
    html: [],
    labels: new Set(),
    pointers: [],
    itemAbove: new Map(),
    lists: [],
  };
  walk(root, (node) => {
    switch (node.type) {
      case 'heading':
      case 'paragraph':
        parts.flow.push(node);
        parts.prose.push(node);
        return gatherInline(node, parts);
      case 'tableRow':
        parts.prose.push(node);
        return gatherInline(node, parts);
      case 'html':
        parts.flow.push(node);
        parts.html.push(node);
        parts.pointers.push(node);
        return false;
      case 'table':
        return void parts.tables.push(node);
      case 'code':
        return void parts.code.push(node);
      case 'definition':
        return void parts.pointers.push(node);
      case 'list':
        return void parts.lists.push(node);
      case 'listItem':
        return gatherNestedItems(node, parts);
      default:
        return true;
    }
  });
  return parts;
}

function gatherNestedItems({ children }: ListItem, { itemAbove }: Parts): void {
  const [above] = children;
  if (above?.type !== 'paragraph') return;
  for (const list of children) {
    if (list.type !== 'list') continue;
    for (const item of list.children)
      if (item.children[0]?.type === 'paragraph') itemAbove.set(item.children[0], above);
  }
}

function gatherInline(block: Heading | Paragraph | TableRow, parts: Parts): false {
  let isBracketed = false;
  walk(block, (node) => {
    if (node.type === 'text') isBracketed ||= node.value.includes('[');
    else if (node.type === 'linkReference' || node.type === 'imageReference') {
      parts.labels.add(node.identifier);
      if (node.type === 'linkReference') parts.pointers.push(node);
    } else if (node.type === 'link' || node.type === 'image') parts.pointers.push(node);
    else if (node.type === 'html') {
      parts.html.push(node);
      parts.pointers.push(node);
    }
    return node.type !== 'text';
  });
  if (isBracketed) parts.bracketed.push(block);
  return false;
}

/**
 * Returns the same words as a slice of the source. The strings of the parser are slices of a copy of the document, and a
 * fact that keeps such a slice keeps the whole copy in memory.
 */
export function ofSource(words: string, source: string, node: Nodes): string {
  const start = node.position!.start.offset!;
  const at = source.slice(start, node.position!.end.offset).indexOf(words);
  return at < 0 ? words : source.slice(start + at, start + at + words.length);
}

/** The words of a node: text and code without markup, images by their alternative text, HTML left out. */
export function plainText(node: Nodes): string {
  let text = '';
  walk(node, (inner) => {
    if (inner.type === 'text' || inner.type === 'inlineCode') text += inner.value;
    else if (inner.type === 'image' || inner.type === 'imageReference') text += inner.alt ?? '';
    else if (inner.type === 'break') text += ' ';
  });
  return text;
}
