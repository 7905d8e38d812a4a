/** Updates a part of the page to its new state, node by node, without touching nodes that are the same. */
import { Idiomorph } from 'idiomorph';

/** Attributes that scripts and readers set. An update from the server does not change them. */
const READER_ATTRIBUTES = new Set([
  'open',
  'hidden',
  'style',
  'aria-current',
  'aria-expanded',
  'aria-pressed',
  'aria-selected',
  'aria-sort',
]);
/** Elements whose content belongs to scripts or readers: interactive pictures, form fields, headers that sort. */
const SCRIPT_OWNED = '[data-live-keep], [data-sort], input, select, textarea';
const BLOCKS = 'p, li, tr, dt, dd, pre, table, blockquote, details, section, figure, h2, h3, h4, h5, h6';

/**
 * @param done parts of either tree that are already up to date
 * @returns the elements that are new or whose own text has changed
 */
export function morph(current: Element, next: Element, done: readonly Element[] = []): Set<Element> {
  const changed = new Set<Element>();
  if (current.isEqualNode(next)) return changed;
  const pairs = pairEqualBlocks(current, next, done);
  Idiomorph.morph(current, next, {
    morphStyle: 'outerHTML',
    restoreFocus: true,
    callbacks: {
      beforeNodeMorphed: (old: Node, now) => {
        if (old.isEqualNode(now)) return false;
        if (isElement(old) && done.includes(old)) return false;
        if (isElement(old)) return !old.matches(SCRIPT_OWNED);
        if (hasOtherText(old, now)) changed.add(old.parentElement!);
        return true;
      },
      beforeAttributeUpdated: (name, element) =>
        !READER_ATTRIBUTES.has(name) || (name === 'aria-current' && !isSetByReader(element)),
      afterNodeAdded: (node) => {
        if (node instanceof Element) changed.add(node);
        else if (node.textContent?.trim()) changed.add(node.parentElement!);
      },
    },
  });
  for (const block of pairs) block.removeAttribute('id');
  return changed;
}

/**
 * Gives blocks with the same text in both trees a common id during the comparison. Without it, a paragraph inserted
 * before others would count as a change of each of them, and a text selection would move.
 * @returns the blocks of the current tree that got an id
 */
function pairEqualBlocks(current: Element, next: Element, done: readonly Element[]): Element[] {
  const nextBlocks = blocksByText(next, done);
  return [...blocksByText(current, done)].flatMap(([text, block], i) => {
    const pair = nextBlocks.get(text);
    if (!pair) return [];
    block.id = pair.id = `page:pair-${i}`;
    return [block];
  });
}

/** The blocks without an id, by the number of equal blocks before them, tag name and text. */
function blocksByText(root: Element, done: readonly Element[]): Map<string, Element> {
  const blocks = new Map<string, Element>();
  const counts = new Map<string, number>();
  for (const block of blocksIn(root, done)) {
    if (block.id) continue;
    const text = `${block.tagName} ${block.textContent}`;
    const before = counts.get(text) ?? 0;
    counts.set(text, before + 1);
    blocks.set(`${before} ${text}`, block);
  }
  return blocks;
}

function* blocksIn(root: Element, done: readonly Element[]): Iterable<Element> {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, (node) => {
    if (done.includes(node as Element)) return NodeFilter.FILTER_REJECT;
    return (node as Element).matches(BLOCKS) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) yield walker.currentNode as Element;
}

/** In the table of contents `aria-current` follows the reader's scrolling; elsewhere the server sets it. */
function isSetByReader(element: Element): boolean {
  return element.closest('.toc') !== null;
}

function hasOtherText(old: Node, now: Node): boolean {
  return old.nodeType === Node.TEXT_NODE && old.textContent?.trim() !== now.textContent?.trim();
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
