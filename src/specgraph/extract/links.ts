import type { Definition, Nodes } from 'mdast';
import type { Anchor, RawLink } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { attributesOf, decodeEntities, tagsOf } from '../parse/html.ts';
import { ofSource, plainText, type Parts } from '../parse/markdown.ts';

type Located = Omit<RawLink, 'section' | 'context'>;

export interface LinkFacts {
  links: Located[];
  anchors: Anchor[];
  /** Destinations of reference definitions by normalised label. */
  definitions: Map<string, string>;
}

/** All links of a document, and all anchors besides headings, in document order. */
export function extractLinks(parts: Parts, source: string, index: LineIndex): LinkFacts {
  const definitions = new Map<string, string>();
  for (const node of parts.pointers) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url);
  }
  const facts: LinkFacts = { links: [], anchors: [], definitions };
  for (const node of parts.pointers)
    if (node.type !== 'definition' || !isComment(node, parts)) readNode(node, source, index, facts);
  return facts;
}

/** `[//]: # (words)`, `[comment]: <> (words)`: a definition that nothing uses is a way to write a comment. */
function isComment({ url, identifier }: Definition, parts: Parts): boolean {
  const isLikeComment =
    url === '' || !/[\p{L}\p{N}]/u.test(identifier) || /^_?comments?(?:\b|_)/i.test(identifier);
  return isLikeComment && !parts.labels.has(identifier);
}

function readNode(node: Nodes, source: string, index: LineIndex, facts: LinkFacts): void {
  if (!node.position) return;
  const start = node.position.start.offset!;
  const end = node.position.end.offset!;
  if (node.type === 'linkReference') {
    const url = facts.definitions.get(node.identifier);
    if (url === undefined) return;
    const range = index.range(start, end);
    facts.links.push({
      form: 'use',
      url,
      text: ofSource(plainText(node), source, node),
      range,
      urlRange: range,
    });
  } else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
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
 * have no such brackets.
 */
function destination(
  source: string,
  start: number,
  end: number,
  node: Nodes,
  index: LineIndex,
): ReturnType<LineIndex['range']> {
  const raw = source.slice(start, end);
  const opener = node.type === 'definition' ? definitionOpener(raw) : lastOpener(node, raw, start);
  if (opener < 0) return raw.startsWith('<') ? index.range(start + 1, end - 1) : index.range(start, end);
  const rest = raw.slice(opener + 2);
  const lead = /^[\s<]*/.exec(rest)![0].length;
  const inAngles = rest.slice(0, lead).includes('<');
  const body = inAngles
    ? /^[^>]*/.exec(rest.slice(lead))![0]
    : /^(?:\\.|[^\s()]|\([^\s()]*\))*/.exec(rest.slice(lead))![0];
  const from = start + opener + 2 + lead;
  return index.range(from, from + body.length);
}

/** A label may hold escaped brackets. */
function definitionOpener(raw: string): number {
  const label = /^\[(?:\\[^]|[^\]\\])*\]:/.exec(raw);
  return label ? label[0].length - 2 : raw.indexOf(']:');
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

/** Attributes that hold a URL, or several. */
const URL_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  audio: ['src'],
  embed: ['src'],
  iframe: ['src'],
  img: ['src', 'srcset'],
  input: ['src'],
  source: ['src', 'srcset'],
  track: ['src'],
  video: ['src', 'poster'],
};

/** Reads anchors and links of a piece of HTML; comments hold neither. */
function readHtml(
  html: string,
  start: number,
  end: number,
  source: string,
  index: LineIndex,
  facts: LinkFacts,
): void {
  if (!/\b(?:id|name|href|src|srcset|poster)\s*=/i.test(html)) return;
  // In a quote or a list, the source has marks at the head of lines that the parser's text lacks.
  for (const { name, text, at } of tagsOf(source.slice(start, end)))
    readTag(name, text, start + at, index, facts);
}

function readTag(element: string, tag: string, start: number, index: LineIndex, facts: LinkFacts): void {
  const attributes = attributesOf(tag);
  const range = index.range(start, start + tag.length);
  const id = attributes.get('id')?.value;
  const name = attributes.get('name')?.value;
  if (id) facts.anchors.push({ name: id, range });
  if (name && name !== id) facts.anchors.push({ name, range });
  for (const key of Object.hasOwn(URL_ATTRIBUTES, element) ? URL_ATTRIBUTES[element] : []) {
    const attribute = attributes.get(key);
    // An expression of JSX gives an address that is not known.
    if (!attribute || attribute.raw.startsWith('{')) continue;
    const urls = key === 'srcset' ? candidatesOf(attribute.raw) : [{ raw: attribute.raw, at: 0 }];
    for (const { raw, at } of urls) {
      const from = start + attribute.at + at;
      const url = key === 'srcset' ? decodeEntities(raw) : attribute.value;
      facts.links.push({
        form: 'html',
        url,
        text: '',
        range,
        urlRange: index.range(from, from + raw.length),
      });
    }
  }
}

/** `{: #id}` beside a block or behind words, as kramdown and Python-Markdown read it. */
export function anchorsOfAttributeLists(source: string, index: LineIndex): Anchor[] {
  if (!source.includes('{:')) return [];
  return [...source.matchAll(/\{:(?:[^{}#\n]*\s)?#([^\s{}]+)[^{}\n]*\}/g)].map((match) => ({
    name: match[1],
    range: index.range(match.index, match.index + match[0].length),
  }));
}

/** "a.png 1x, b.png 2x": the URLs of a `srcset`. A comma within a URL is part of it. */
function candidatesOf(value: string): { raw: string; at: number }[] {
  const found: { raw: string; at: number }[] = [];
  for (const match of value.matchAll(/[\s,]*(\S+)(?:\s+(?:[^(),]|\([^()]*\))*)?/g)) {
    const raw = match[1].replace(/,+$/, '');
    if (raw === '') continue;
    found.push({ raw, at: match.index + match[0].indexOf(match[1]) });
  }
  return found;
}
