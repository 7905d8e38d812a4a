/** Changes a part of the page into its new state, node by node, and touches nothing that is the same. */
import { Idiomorph } from 'idiomorph';

/** What scripts and readers set, and the server never takes back: opened, hidden, pressed, sorted, read so far. */
const OF_THE_READER = new Set([
  'open',
  'hidden',
  'style',
  'aria-current',
  'aria-expanded',
  'aria-pressed',
  'aria-selected',
  'aria-sort',
]);
/** Scripts own the inside: a picture that is alive, a field that is filled, a head that sorts. */
const LEFT_ALONE = '[data-live-keep], [data-sort], input, select, textarea';
const BLOCKS = 'p, li, tr, dt, dd, pre, table, blockquote, details, section, figure, h2, h3, h4, h5, h6';

/**
 * @param done parts of either tree that are left as they are
 * @returns the elements whose own words have changed or that are new
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
        if (isElement(old)) return !old.matches(LEFT_ALONE);
        if (saysOtherwise(old, now)) changed.add(old.parentElement!);
        return true;
      },
      beforeAttributeUpdated: (name, element) =>
        !OF_THE_READER.has(name) || (name === 'aria-current' && !ofTheReader(element)),
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
 * Gives blocks that say the same in both trees an id in common while they are compared: without it a paragraph put
 * before others would be taken for a change of each of them, and selections would slip.
 * @returns the blocks of the current tree that got one
 */
function pairEqualBlocks(current: Element, next: Element, done: readonly Element[]): Element[] {
  const now = blocksByWords(next, done);
  return [...blocksByWords(current, done)].flatMap(([words, block], i) => {
    const pair = now.get(words);
    if (!pair) return [];
    block.id = pair.id = `live-pair-${i}`;
    return [block];
  });
}

function blocksByWords(root: Element, done: readonly Element[]): Map<string, Element> {
  const blocks = new Map<string, Element>();
  const times = new Map<string, number>();
  for (const block of blocksIn(root, done)) {
    if (block.id) continue;
    const words = `${block.tagName} ${block.textContent}`;
    const time = times.get(words) ?? 0;
    times.set(words, time + 1);
    blocks.set(`${time} ${words}`, block);
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

/** The mark of the place that is read moves with scrolling; that of the page is the server's. */
function ofTheReader(element: Element): boolean {
  return element.closest('.toc') !== null;
}

function saysOtherwise(old: Node, now: Node): boolean {
  return old.nodeType === Node.TEXT_NODE && old.textContent?.trim() !== now.textContent?.trim();
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
