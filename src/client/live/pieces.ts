/** Brings an article to its new state piece by piece: a piece that says the same is not looked at. */
import { namesOfPieces, parseMark, type PieceMark } from '../../payloads/pieces.ts';
import { align } from './align.ts';
import { morph } from './morph.ts';

/** Where articles stand. */
const ARTICLE = '.prose';

/** A mark and all that stands between it and the next. */
interface Piece extends PieceMark {
  nodes: ChildNode[];
}

/** The names of the pieces that a page has, as the server wants them; undefined where it has none. */
export function ownPieces(page: Document): string | undefined {
  const article = page.querySelector(ARTICLE);
  const names = namesOfPieces(article ? piecesOf(article).map(({ name }) => name) : []);
  return names === '' ? undefined : names;
}

/**
 * @param next may lack pieces that the page has
 * @returns the articles of both, brought to the same state, and the blocks that have changed; undefined where they have
 * no pieces
 */
export function bringPieces(
  page: Document,
  next: Document,
): { old: Element; now: Element; changed: Set<Element> } | undefined {
  const [old, now] = [page.querySelector(ARTICLE), next.querySelector(ARTICLE)];
  if (!old || !now) return undefined;
  const [before, after] = [piecesOf(old), piecesOf(now)];
  if (before.length === 0 || after.length === 0) return undefined;
  return { old, now, changed: bring(old, before, after) };
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

/** @throws where a piece was left out that the page has not */
function bring(article: Element, before: readonly Piece[], after: readonly Piece[]): Set<Element> {
  const byName = Map.groupBy(before, ({ name }) => name);
  /** The old piece of each new one that says the same. */
  const same = after.map(({ name }) => byName.get(name)?.shift());
  const taken = new Set(same);
  const changed = new Set<Element>();
  let at = 0;
  let waiting: Piece[] = [];
  const changeUpTo = (end: number): void => {
    const gone = before.slice(at, end).filter((piece) => !taken.has(piece));
    const following = before[end]?.nodes[0] ?? null;
    for (const block of bringNodes(
      article,
      gone.flatMap(({ nodes }) => nodes),
      waiting.flatMap(({ nodes }) => nodes),
      following,
    ))
      changed.add(block);
    waiting = [];
    at = end;
  };
  for (const [i, piece] of after.entries()) {
    const own = same[i];
    if (!own && piece.omitted) throw new Error(`The server left out ${piece.name}, which this page has not.`);
    const place = own ? before.indexOf(own) : -1;
    if (own && place >= at) {
      changeUpTo(place);
      at = place + 1;
    } else waiting.push(own ?? piece);
  }
  changeUpTo(before.length);
  return changed;
}

/** Changes a row of siblings into another; nodes of the page itself among the new ones are moved there. */
function bringNodes(
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
    next = i === undefined ? put(parent, node, next, changed) : become(old[i], node, changed);
  }
  return changed;
}

function comparable(node: ChildNode): { words: string; kind: string } {
  if (!(node instanceof Element))
    return { words: `${node.nodeName} ${node.textContent}`, kind: node.nodeName };
  return { words: `${node.tagName} ${node.id} ${node.textContent}`, kind: `${node.tagName} ${node.id}` };
}

/** @returns the node where it stands now */
function put(parent: Element, node: ChildNode, before: ChildNode | null, changed: Set<Element>): ChildNode {
  const isNew = node.ownerDocument !== parent.ownerDocument;
  const own = isNew ? parent.ownerDocument.importNode(node, true) : node;
  parent.insertBefore(own, before);
  if (isNew && own instanceof Element) changed.add(own);
  return own;
}

function become(old: ChildNode, now: ChildNode, changed: Set<Element>): ChildNode {
  if (!(old instanceof Element) || !(now instanceof Element)) {
    if (old.nodeValue !== now.nodeValue) old.nodeValue = now.nodeValue;
    return old;
  }
  for (const block of morph(old, now)) changed.add(block);
  return old;
}
