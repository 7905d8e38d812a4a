/** A rehype plugin that turns a rendered document into a chapter of the printed book. */
import type { Element, ElementContent, Root } from 'hast';
import { element, hasClass, replaceElements, textOf, visitElements } from './hast.ts';

/** Anchors in the book. A slug holds no full stop, so the anchors of two documents are never the same. */
export const bookAnchor = {
  section: (document: string, slug: string): string => `${document}.${slug}`,
  /** The document of a section's anchor; undefined for the anchor of a document. */
  documentOf(anchor: string): string | undefined {
    const dot = anchor.lastIndexOf('.');
    return dot < 0 ? undefined : anchor.slice(0, dot);
  },
};

export interface PrintChapterOptions {
  /** Id of the document, which is the anchor of the chapter. */
  chapter: string;
}

/**
 * Headings go down one level and lose their permalinks. Ids become unique in the book. Links to other sites show their
 * URL. References to other chapters ask for the number of their page (`data-page`), once in each block. What serves a
 * screen alone is left out: the whole specification is one page.
 */
export function toPrintChapter({ chapter }: PrintChapterOptions) {
  return (tree: Root): void => {
    const ids = new Set<string>();
    visitElements(tree, ({ properties: { id } }) => {
      if (typeof id === 'string') ids.add(id);
    });
    visitElements(tree, (node) => {
      prefixIds(node, ids, chapter);
      if (/^h[1-5]$/.test(node.tagName)) node.tagName = `h${Number(node.tagName[1]) + 1}`;
    });
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

function prefixIds({ properties }: Element, ids: ReadonlySet<string>, chapter: string): void {
  if (typeof properties.id === 'string') properties.id = bookAnchor.section(chapter, properties.id);
  if (typeof properties.href === 'string' && properties.href.startsWith('#')) {
    const target = decoded(properties.href.slice(1));
    if (ids.has(target)) properties.href = `#${bookAnchor.section(chapter, target)}`;
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
    const isOwn = target === chapter || bookAnchor.documentOf(target) === chapter;
    if (target !== '' && !isOwn && !targets.has(target)) targets.set(target, node);
  });
  const documents = new Set([...targets.keys()].map(bookAnchor.documentOf));
  for (const [target, node] of targets) {
    if (!documents.has(target)) node.properties['data-page'] = '';
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
