import type { Definition, Nodes } from 'mdast';
import { htmlToHast } from 'satteri';
import type { Anchor, RawLink } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { ofSource, plainText, type Parts } from '../parse/markdown.ts';

type Located = Omit<RawLink, 'section' | 'context'>;

export interface LinkFacts {
  links: Located[];
  anchors: Anchor[];
  /** Destinations of reference definitions by normalised label. */
  definitions: Map<string, string>;
}

/** All that points out of the text, and all that can be pointed at besides headings; in document order. */
export function extractLinks(parts: Parts, source: string, index: LineIndex): LinkFacts {
  const definitions = new Map<string, string>();
  for (const node of parts.pointers) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url);
  }
  const facts: LinkFacts = { links: [], anchors: [], definitions };
  for (const node of parts.pointers) readNode(node, source, index, facts);
  return facts;
}

function readNode(node: Nodes, source: string, index: LineIndex, facts: LinkFacts): void {
  if (!node.position) return;
  const start = node.position.start.offset!;
  const end = node.position.end.offset!;
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
    facts.links.push({
      form: node.type === 'image' ? 'image' : node.type === 'definition' ? 'reference' : 'link',
      url: ofSource(node.url, source, node),
      text: ofSource(linkText(node), source, node),
      range: index.range(start, end),
      urlRange: destination(source, start, end, node, index),
    });
  } else if (node.type === 'html') {
    readHtml(node.value, start, end, source, index, facts);
  }
}

function linkText(node: Nodes & { type: 'link' | 'image' | 'definition' }): string {
  if (node.type === 'image') return node.alt ?? '';
  return node.type === 'definition' ? (node.label ?? (node as Definition).identifier) : plainText(node);
}

/**
 * Where the destination stands: after the last "](" of a link, after "]:" of a definition. Autolinks ("<https://…>")
 * have no brackets; there the whole range is given.
 */
function destination(
  source: string,
  start: number,
  end: number,
  node: Nodes,
  index: LineIndex,
): ReturnType<LineIndex['range']> {
  const raw = source.slice(start, end);
  const opener = node.type === 'definition' ? raw.indexOf(']:') : lastOpener(node, raw, start);
  if (opener < 0) return index.range(start, end);
  const rest = raw.slice(opener + 2);
  const lead = /^[\s<]*/.exec(rest)![0].length;
  const inAngles = rest.slice(0, lead).includes('<');
  const body = inAngles
    ? /^[^>]*/.exec(rest.slice(lead))![0]
    : /^(?:\\.|[^\s()]|\([^\s()]*\))*/.exec(rest.slice(lead))![0];
  const from = start + opener + 2 + lead;
  return index.range(from, from + body.length);
}

function lastOpener(node: Nodes, raw: string, start: number): number {
  if (node.type === 'image') return closingBracket(raw);
  const children = 'children' in node ? node.children : [];
  const last = children[children.length - 1];
  const after = last?.position ? last.position.end.offset! - start : 0;
  const at = raw.indexOf('](', Math.max(0, after - 1));
  return at >= 0 ? at : raw.indexOf('](');
}

/** The alternative text of an image has no nodes, but brackets, and links, that are balanced. */
function closingBracket(raw: string): number {
  let depth = 0;
  for (let i = 1; i < raw.length; i++) {
    if (raw[i] === '\\') i++;
    else if (raw[i] === '[') depth++;
    else if (raw[i] === ']' && --depth === 0) return raw[i + 1] === '(' ? i : -1;
  }
  return -1;
}

const HTML_OF_INTEREST = /\b(?:id|name|href|src)\s*=/i;

/** A comment, or the start of an element with its attributes. */
const HTML_TAG = /<!--[^]*?(?:-->|$)|<([a-z][\w-]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>/gi;
/** Elements whose content is text. */
const RAW_TEXT = /^(?:script|style|textarea|title)$/i;

/**
 * Reads anchors and links of a piece of HTML; comments hold neither. Each tag is read by itself: whole trees can be nested
 * a hundred thousand deep, and only tags know where their attributes stand.
 */
function readHtml(
  html: string,
  start: number,
  end: number,
  source: string,
  index: LineIndex,
  facts: LinkFacts,
): void {
  if (!HTML_OF_INTEREST.test(html)) return;
  // In a quote or a list, the source has marks at the head of lines that the parser's text lacks.
  const text = source.slice(start, end);
  let after = 0;
  for (const match of text.matchAll(HTML_TAG)) {
    const [tag, name] = match;
    if (name === undefined || match.index < after) continue;
    if (RAW_TEXT.test(name)) after = endOfText(text, name, match.index + tag.length);
    if (HTML_OF_INTEREST.test(tag)) readTag(name.toLowerCase(), tag, start + match.index, index, facts);
  }
}

function endOfText(html: string, name: string, from: number): number {
  const rest = html.slice(from);
  const at = rest.search(new RegExp(`</${name}`, 'i'));
  return at < 0 ? html.length : from + at;
}

function readTag(element: string, tag: string, start: number, index: LineIndex, facts: LinkFacts): void {
  const [read] = (
    htmlToHast(tag, { fragment: true }) as { children: { properties?: Record<string, unknown> }[] }
  ).children;
  const attribute = (name: string): string | undefined => {
    const value = read?.properties?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  const range = index.range(start, start + tag.length);
  const id = attribute('id');
  const name = attribute('name');
  if (id) facts.anchors.push({ name: id, range });
  if (name && name !== id) facts.anchors.push({ name, range });
  const key = element === 'a' ? 'href' : element === 'img' ? 'src' : undefined;
  const url = key && attribute(key);
  if (url === undefined) return;
  const written = new RegExp(String.raw`\s${key}\s*=\s*["']?`, 'i').exec(tag)!;
  const from = written.index + written[0].length;
  const urlRange = tag.startsWith(url, from) ? index.range(start + from, start + from + url.length) : range;
  facts.links.push({ form: 'html', url, text: '', range, urlRange });
}
