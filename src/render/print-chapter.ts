/** A rehype plugin that makes a rendered document a chapter of one long document. */
import type { Element, ElementContent, Root } from 'hast';
import { element } from './article-plugins.ts';

export interface PrintChapterOptions {
  /** Stands before every id of the chapter ("14-edge."). */
  prefix: string;
  /** Id of the chapter itself; what is said of other chapters gets room for a page number. */
  chapter: string;
}

/**
 * Headings go down one level and lose their permalink, ids become unique over all chapters, links to outside show their
 * address, and references to other chapters get an empty place for the page (`data-page-of`), once in a block.
 */
export function toPrintChapter({ prefix, chapter }: PrintChapterOptions) {
  return (tree: Root): void => {
    const own = new Set<string>();
    walk(tree, (node) => {
      if (typeof node.properties.id === 'string') own.add(node.properties.id);
    });
    walk(tree, (node) => {
      prefixIds(node, own, prefix);
      if (/^h[1-5]$/.test(node.tagName)) node.tagName = `h${Number(node.tagName[1]) + 1}`;
    });
    edit(tree, (node) => {
      if (has(node, 'permalink') || has(node, 'copy-code')) return [];
      return isOutside(node) ? [node, ...addressElement(node)] : [node];
    });
    for (const block of blocksOf(tree)) addPageReferences(block, prefix, chapter);
  };
}

function prefixIds(node: Element, own: ReadonlySet<string>, prefix: string): void {
  const { properties } = node;
  if (typeof properties.id === 'string') properties.id = prefix + properties.id;
  if (typeof properties.href === 'string' && properties.href.startsWith('#')) {
    const target = decodeURIComponent(properties.href.slice(1));
    if (own.has(target)) properties.href = `#${prefix}${target}`;
  }
  // A landmark needs a name that no other chapter has.
  if (properties.role === 'region') properties.role = 'group';
  for (const name of [
    'ariaDescribedBy',
    'ariaLabelledBy',
    'dataRef',
    'data-ref',
    'dataFootnoteRef',
    'dataFootnoteBackref',
  ])
    delete properties[name];
}

function isOutside(node: Element): boolean {
  return node.tagName === 'a' && /^(?:https?|mailto):/i.test(String(node.properties.href ?? ''));
}

/** On paper an address must be read; a link whose words are the address says it already. */
function addressElement(node: Element): ElementContent[] {
  const href = String(node.properties.href);
  const plain = (value: string): string => value.replace(/^(?:https?:\/\/|mailto:)|\/$/gi, '');
  if (plain(textOf(node)) === plain(href)) return [];
  return [element('span', { className: ['paper-url'] }, [{ type: 'text', value: ` (${href})` }])];
}

/** References to other chapters, with the page after the last one of each target; a document named beside its section needs none. */
function addPageReferences(block: Element, prefix: string, chapter: string): void {
  const targets = new Map<string, Element>();
  walk(block, (node) => {
    if (
      node.tagName !== 'a' ||
      !(has(node, 'ref-section') || has(node, 'ref-document') || has(node, 'ref-step'))
    )
      return;
    const target = String(node.properties.href ?? '').slice(1);
    if (target !== '' && target !== chapter && !target.startsWith(prefix) && !targets.has(target))
      targets.set(target, node);
  });
  const documents = new Set(
    [...targets.keys()]
      .filter((target) => target.includes('.'))
      .map((target) => target.slice(0, target.lastIndexOf('.'))),
  );
  for (const [target, node] of targets) {
    if (documents.has(target)) continue;
    node.children.push(element('span', { className: ['page-of'], 'data-page-of': target }, []));
  }
}

/** Paragraphs, items and rows that hold no other such block. */
function blocksOf(tree: Root): Element[] {
  const blocks: Element[] = [];
  walk(tree, (node) => {
    if (
      ['p', 'tr', 'dd'].includes(node.tagName) ||
      (node.tagName === 'li' &&
        !node.children.some((child) => child.type === 'element' && child.tagName === 'p'))
    )
      blocks.push(node);
  });
  return blocks;
}

function has(node: Element, name: string): boolean {
  const { className } = node.properties;
  return Array.isArray(className) ? className.includes(name) : className === name;
}

function walk(parent: Root | Element, visit: (node: Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    visit(child);
    walk(child, visit);
  }
}

function edit(parent: Root | Element, change: (node: Element) => ElementContent[]): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [child];
    edit(child, change);
    return change(child);
  });
}

function textOf(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}
