/** A rehype plugin that turns a rendered document into a chapter of the printed book. */
import type { Element, ElementContent, Root } from 'hast';
import { lowerHeadings } from './article-plugins.ts';
import { bookAnchor } from './book-anchors.ts';
import { element, hasClass, replaceElements, textOf, visitElements } from './hast.ts';

export interface PrintChapterOptions {
  /** Anchor of the chapter. */
  chapter: string;
  /** Anchor in the book of an id in the document. */
  anchorOf(id: string): string;
}

/**
 * Headings go down one level and lose their permalinks. Ids become unique in the book. Links to other sites show their
 * URL. References to other chapters ask for the number of their page (`data-page`), once in each block. What serves a
 * screen alone is left out: the whole specification is one page.
 */
export function toPrintChapter({ chapter, anchorOf }: PrintChapterOptions) {
  return (tree: Root): void => {
    const ids = new Set<string>();
    visitElements(tree, ({ properties: { id } }) => {
      if (typeof id === 'string') ids.add(id);
    });
    visitElements(tree, (node) => prefixIds(node, ids, anchorOf));
    lowerHeadings(tree);
    replaceElements(tree, (node) => {
      if (hasClass(node, 'permalink') || hasClass(node, 'copy-code')) return [];
      return isOutsideLink(node) ? [node, ...urlElement(node)] : [node];
    });
    for (const block of blocksOf(tree)) addPageReferences(block, chapter);
  };
}

/** Attributes that make no sense on paper, or that would refer to ids without the prefix. */
const DROPPED_ATTRIBUTES = [
  'role',
  'aria-label',
  'data-label',
  'ariaDescribedBy',
  'ariaLabelledBy',
  'dataRef',
  'data-ref',
  'dataFootnoteRef',
  'dataFootnoteBackref',
];

function prefixIds(
  { properties }: Element,
  ids: ReadonlySet<string>,
  anchorOf: PrintChapterOptions['anchorOf'],
): void {
  if (typeof properties.id === 'string') properties.id = anchorOf(properties.id);
  if (typeof properties.href === 'string' && properties.href.startsWith('#')) {
    const target = decoded(properties.href.slice(1));
    if (ids.has(target)) properties.href = `#${anchorOf(target)}`;
  }
  for (const name of DROPPED_ATTRIBUTES) delete properties[name];
  if (Array.isArray(properties.className))
    properties.className = properties.className.filter((name) => name !== 'cards');
}

/** A text with a broken percent escape, as in `[a](#%zz)`, stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isOutsideLink(node: Element): boolean {
  return node.tagName === 'a' && /^(?:https?|mailto):/i.test(String(node.properties.href ?? ''));
}

/** The URL of a link, unless the text of the link shows it already. */
function urlElement(node: Element): ElementContent[] {
  const href = String(node.properties.href);
  const withoutScheme = (url: string): string => url.replace(/^(?:https?:\/\/|mailto:)|\/$/gi, '');
  if (withoutScheme(textOf(node)) === withoutScheme(href)) return [];
  return [element('span', { className: ['paper-url'] }, [{ type: 'text', value: ` (${href})` }])];
}

/**
 * Asks for a page number at the first reference to each target. A document that is named beside one of its
 * sections needs none.
 */
function addPageReferences(block: Element, chapter: string): void {
  const targets = new Map<string, Element>();
  visitElements(block, (node) => {
    if (node.tagName !== 'a' || !REFERENCE_CLASSES.some((name) => hasClass(node, name))) return;
    const target = String(node.properties.href ?? '').slice(1);
    const isOwn = bookAnchor.chapterOf(target) === chapter;
    if (target !== '' && !isOwn && !targets.has(target)) targets.set(target, node);
  });
  const places = [...targets.keys()].filter((target) => target !== bookAnchor.chapterOf(target));
  const withPlaces = new Set(places.map(bookAnchor.chapterOf));
  for (const [target, node] of targets) {
    if (!withPlaces.has(target)) node.properties['data-page'] = '';
  }
}

const REFERENCE_CLASSES = ['ref-section', 'ref-document', 'ref-step'];

/** Paragraphs, list items and table rows that do not hold another block. */
function blocksOf(tree: Root): Element[] {
  const blocks: Element[] = [];
  const holdsParagraph = (node: Element): boolean =>
    node.children.some((child) => child.type === 'element' && child.tagName === 'p');
  visitElements(tree, (node) => {
    if (['p', 'tr', 'dd'].includes(node.tagName) || (node.tagName === 'li' && !holdsParagraph(node)))
      blocks.push(node);
  });
  return blocks;
}
