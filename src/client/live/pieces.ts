/** Updates an article piece by piece. Pieces with the same name have the same content and are not compared. */
import { namesOfPieces, parseMark, type PieceMark } from '../../payloads/pieces.ts';
import { align, type Comparable } from './align.ts';
import { morph } from './morph.ts';

/** The element that contains the article of a document. */
const ARTICLE = '.prose';

/** A mark and all nodes up to the next mark. */
interface Piece extends PieceMark {
  nodes: ChildNode[];
}

/** The names of the pieces of a page in the format of the request header; undefined if it has none. */
export function pieceNames(page: Document): string | undefined {
  const article = page.querySelector(ARTICLE);
  const names = namesOfPieces(article ? piecesOf(article).map(({ name }) => name) : []);
  return names === '' ? undefined : names;
}

/**
 * Updates the article of a page.
 * @param next the new page, without the pieces that the current page already has
 * @returns the articles of both pages and the blocks that have changed; undefined if the pages have no pieces
 */
export function updateArticle(
  page: Document,
  next: Document,
): { old: Element; now: Element; changed: Set<Element> } | undefined {
  const [old, now] = [page.querySelector(ARTICLE), next.querySelector(ARTICLE)];
  if (!old || !now) return undefined;
  const [before, after] = [piecesOf(old), piecesOf(now)];
  if (before.length === 0 || after.length === 0) return undefined;
  return { old, now, changed: updatePieces(old, before, after) };
}

function piecesOf(article: Element): Piece[] {
  const pieces: Piece[] = [];
  for (const node of article.childNodes) {
    const mark = node.nodeType === Node.COMMENT_NODE ? parseMark((node as Comment).data) : undefined;
    if (mark) pieces.push({ ...mark, nodes: [node] });
    else pieces.at(-1)?.nodes.push(node);
  }
  return pieces;
}

/** @throws if the server left out a piece that the page does not have */
function updatePieces(article: Element, before: readonly Piece[], after: readonly Piece[]): Set<Element> {
  const byName = Map.groupBy(before, ({ name }) => name);
  /** For each new piece, the old piece with the same content. */
  const same = after.map(({ name }) => byName.get(name)?.shift());
  // Before anything is changed: a page that is updated in part would be no state at all.
  const missing = after.find(({ omitted }, i) => omitted && !same[i]);
  if (missing)
    throw new Error(`The server left out the piece ${missing.name}, which this page does not have.`);
  const reused = new Set(same);
  const changed = new Set<Element>();
  let position = 0;
  let pending: Piece[] = [];
  /** Replaces the old pieces from `at` to `end` by the pending new ones. */
  const updateUpTo = (end: number): void => {
    const outdated = before.slice(position, end).filter((piece) => !reused.has(piece));
    const following = before[end]?.nodes[0] ?? null;
    for (const block of updateNodes(
      article,
      outdated.flatMap(({ nodes }) => nodes),
      pending.flatMap(({ nodes }) => nodes),
      following,
    ))
      changed.add(block);
    pending = [];
    position = end;
  };
  for (const [i, piece] of after.entries()) {
    const old = same[i];
    const oldIndex = old ? before.indexOf(old) : -1;
    if (old && oldIndex >= position) {
      updateUpTo(oldIndex);
      position = oldIndex + 1;
    } else pending.push(old ?? piece);
  }
  updateUpTo(before.length);
  return changed;
}

/** Replaces a sequence of siblings by another. New nodes that belong to the page already are moved. */
function updateNodes(
  parent: Element,
  old: readonly ChildNode[],
  now: readonly ChildNode[],
  following: ChildNode | null,
): Set<Element> {
  const changed = new Set<Element>();
  const pairs = align(old.map(comparable), now.map(comparable));
  const kept = new Set(pairs.flatMap((i) => (i === undefined ? [] : [old[i]])));
  for (const node of old) if (!kept.has(node)) node.remove();
  let next = following;
  for (const [j, node] of [...now.entries()].toReversed()) {
    const i = pairs[j];
    next = i === undefined ? insertNode(parent, node, next, changed) : updateNode(old[i], node, changed);
  }
  return changed;
}

function comparable(node: ChildNode): Comparable {
  const kind = node instanceof Element ? `${node.tagName} ${node.id}` : node.nodeName;
  return { content: `${kind} ${node.textContent}`, kind };
}

/** @returns the inserted node: a copy if it comes from another document */
function insertNode(
  parent: Element,
  node: ChildNode,
  before: ChildNode | null,
  changed: Set<Element>,
): ChildNode {
  const isNew = node.ownerDocument !== parent.ownerDocument;
  const inserted = isNew ? parent.ownerDocument.importNode(node, true) : node;
  parent.insertBefore(inserted, before);
  if (isNew && inserted instanceof Element) changed.add(inserted);
  return inserted;
}

function updateNode(old: ChildNode, now: ChildNode, changed: Set<Element>): ChildNode {
  if (!(old instanceof Element) || !(now instanceof Element)) {
    if (old.nodeValue !== now.nodeValue) old.nodeValue = now.nodeValue;
    return old;
  }
  for (const block of morph(old, now)) changed.add(block);
  return old;
}
