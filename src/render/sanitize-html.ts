/** Lets documents use HTML that only formats: an allow-list of elements and attributes, and nothing that runs or loads. */
import type { Element, ElementContent, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { isExternal } from '#specgraph';
import { element } from './hast.ts';

/** Elements that may stand in a document as HTML; others are shown as the text that they are. */
const ELEMENTS =
  'a abbr b blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'.split(
    ' ',
  );
const ALLOWED = new Set(ELEMENTS);

/** What references of the graph look like (link-references.ts). */
const REFERENCE: [string, ...(string | RegExp)[]][] = [['className', /^ref(?:-[a-z]+)*$/]];

/**
 * What Markdown itself becomes is on the list as well. An id holds no colon: those of the frame of a page do. A name is
 * allowed on links only, where it is an anchor: on a picture or a form it would hide a property of the page from scripts.
 */
const SCHEMA: Schema = {
  tagNames: [...ELEMENTS, 'input', 'section'],
  attributes: {
    '*': [['id', /^[^\s:]+$/], 'title', 'lang', 'dir', 'align', 'dataRef', 'dataDefines', 'ariaLabel'],
    a: [
      'href',
      ['name', /^[^\s:]+$/],
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaDescribedBy',
      ...REFERENCE,
    ],
    abbr: ['title'],
    code: [['className', /^language-./, /^ref(?:-[a-z]+)*$/]],
    col: ['span'],
    details: ['open'],
    h2: [['className', 'sr-only']],
    img: ['src', 'alt', 'width', 'height'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: [['className', 'task-list-item'], 'value'],
    ol: ['start', 'reversed', ['className', 'contains-task-list']],
    pre: REFERENCE,
    section: ['dataFootnotes', ['className', 'footnotes']],
    span: REFERENCE,
    td: ['colSpan', 'rowSpan', 'vAlign'],
    th: ['colSpan', 'rowSpan', 'vAlign', 'scope'],
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
  },
  ancestors: {
    caption: ['table'],
    li: ['ol', 'ul'],
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  strip: ['script', 'style'],
};

const TAG = /^\s*<\/?(?<name>[a-z][a-z\d]*)(?:[\s/][^]*)?>/i;

/** Whether HTML begins with an element of the list: such a node stays HTML and is sanitized. */
export function isAllowedHtml(html: string): boolean {
  return ALLOWED.has(TAG.exec(html)?.groups!.name.toLowerCase() ?? '');
}

/**
 * Changes a tree before anything of the site is added to it. A tree without HTML has nothing that could be dangerous, and
 * stays as it is, except for pictures of other sites.
 * @param addressOf URL on the site of an address as HTML writes it; undefined for one that stays as it is
 */
export function sanitizeHtml(tree: Root, addressOf?: (url: string) => string | undefined): void {
  if (holdsHtml(tree)) {
    const before = new Set(addressesIn(tree));
    const parsed = parsedHtml(tree);
    if (parsed) tree.children = (sanitize(parsed, SCHEMA) as Root).children;
    else showAsText(tree);
    visitAddresses(tree, (node, name) => {
      const url = String(node.properties[name]);
      // Addresses of Markdown lead to the site already.
      if (!before.has(url)) node.properties[name] = addressOf?.(url) ?? url;
    });
  }
  linkRemotePictures(tree, false);
}

/** How deep HTML may be nested: every plugin descends into the tree, and some pass twenty functions for a level. */
const MAX_HTML_DEPTH = 200;

/** @returns the tree with its HTML as elements; undefined where they are nested too deeply */
function parsedHtml(tree: Root): Root | undefined {
  try {
    const parsed = raw(tree) as Root;
    return isFlat(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isFlat(tree: Root): boolean {
  const waiting: { node: Root | Element; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    if (entry.depth > MAX_HTML_DEPTH) return false;
    for (const child of entry.node.children)
      if (child.type === 'element') waiting.push({ node: child, depth: entry.depth + 1 });
  }
  return true;
}

function showAsText(parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type === 'element') showAsText(child);
    else if ((child.type as string) === 'raw') Object.assign(child, { type: 'text' });
  }
}

function holdsHtml(parent: Root | Element): boolean {
  return parent.children.some((child) =>
    child.type === 'element' ? holdsHtml(child) : (child.type as string) === 'raw',
  );
}

function addressesIn(tree: Root): string[] {
  const found: string[] = [];
  visitAddresses(tree, (node, name) => found.push(String(node.properties[name])));
  return found;
}

function visitAddresses(parent: Root | Element, visit: (node: Element, name: 'href' | 'src') => void): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    for (const name of ['href', 'src'] as const)
      if (typeof child.properties[name] === 'string') visit(child, name);
    visitAddresses(child, visit);
  }
}

/** A picture of another site would tell it who reads the page: a link to it does so only when the reader follows it. */
function linkRemotePictures(parent: Root | Element, isInLink: boolean): void {
  parent.children = (parent.children as ElementContent[]).map((child): ElementContent => {
    if (child.type !== 'element') return child;
    const src = String(child.properties.src ?? '');
    if (child.tagName === 'img' && (isExternal(src) || src.startsWith('//'))) {
      const words: ElementContent = { type: 'text', value: String(child.properties.alt || src) };
      return isInLink ? words : element('a', { href: src }, [words]);
    }
    linkRemotePictures(child, isInLink || child.tagName === 'a');
    return child;
  });
}
