/** Hides everything but plain text in the source of a block, so that brackets can be matched in it. */
import type { Nodes } from 'mdast';
import { childrenOf, walk } from '../../parse/tree.ts';

/** Stands for a node that is not text (code, a link, HTML), character by character. */
export const OPAQUE = '\uFFFC';
/** Stands for markup between the words: signs of emphasis, the mark of a quote, an escaped sign. */
export const MARKUP = '\uFFFB';

/** The source of a block or of a link, with everything but plain text masked. */
export interface MaskedText {
  /** As long as the source that it stands for. */
  text: string;
  /** Offset of the text in the document. */
  start: number;
  /** Inside the words of a link, only images and footnotes can be intended. */
  insideLink: boolean;
}

/** Masks a block, and each link in it by itself: to the block, a link is opaque. */
export function maskBlock(block: Nodes, source: string): MaskedText[] {
  const masked: MaskedText[] = [];
  const pending: { node: Nodes; insideLink: boolean }[] = [{ node: block, insideLink: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, insideLink } = next;
    const { text, links } = maskNode(node, source, insideLink ? OPAQUE : MARKUP);
    masked.push({ text, start: node.position!.start.offset!, insideLink });
    for (const link of links) pending.push({ node: link, insideLink: true });
  }
  return masked;
}

/**
 * @param tail what stands for the source behind the last child of the node
 * @returns the masked source, and the links in it
 */
function maskNode(node: Nodes, source: string, tail: string): { text: string; links: Nodes[] } {
  const start = node.position!.start.offset!;
  const links: Nodes[] = [];
  let text = '';
  const fill = (to: number, sign: string): void => {
    text += sign.repeat(Math.max(0, to - start - text.length));
  };
  walk(node, (inner) => {
    if (inner === node || !inner.position) return true;
    const from = inner.position.start.offset!;
    const to = inner.position.end.offset!;
    if (inner.type === 'text') {
      fill(from, MARKUP);
      text += maskEscapes(source.slice(from, to));
      return false;
    }
    const isLink = inner.type === 'link' || inner.type === 'linkReference';
    if (!isLink && childrenOf(inner).length > 0) return true;
    fill(from, MARKUP);
    fill(to, OPAQUE);
    if (isLink) links.push(inner);
    return false;
  });
  fill(node.position!.end.offset!, tail);
  return { text, links };
}

function maskEscapes(raw: string): string {
  return raw.replace(/\\[!-/:-@[-`{-~]/g, MARKUP + MARKUP);
}
