/** How a document writes its links: what is a reference in one document is only a pair of brackets in another. */
import type { LinkReference, Nodes } from 'mdast';
import type { Parts } from '../../parse/markdown.ts';
import { walk } from '../../parse/tree.ts';

export interface LinkHabits {
  hasDefinitions: boolean;
  hasNumericLabels: boolean;
  hasFootnotes: boolean;
  /** It has a link such as `[CBOR][RFC8949]`, whose words and label look like marks. */
  usesMarksAsLabels: boolean;
}

/** "Serial", "Feature:Quota": a mark in the name of a test, as in "[Serial][Feature:Quota]", which is not a link. */
export const MARK = /^[A-Z][\w-]*(?::[\w.-]+)?$/;

/** Reads the habits when they are needed for the first time: most documents do not need them. */
export function habitsOf(parts: Parts, source: string): () => LinkHabits {
  let habits: LinkHabits | undefined;
  return () => (habits ??= readHabits(parts, source));
}

function readHabits(parts: Parts, source: string): LinkHabits {
  const labels = parts.pointers.flatMap((node) =>
    node.type === 'definition' && node.url !== '' && /[\p{L}\p{N}]/u.test(node.identifier)
      ? [node.identifier]
      : [],
  );
  return {
    hasDefinitions: labels.length > 0,
    hasNumericLabels: labels.some((label) => /^\d+$/.test(label)),
    hasFootnotes: /^[ \t>]*\[\^[^\]\n]+\]:/m.test(source),
    usesMarksAsLabels: parts.prose.some((block) => hasLinkOfMarks(block, source)),
  };
}

function hasLinkOfMarks(block: Nodes, source: string): boolean {
  let found = false;
  walk(block, (node) => {
    if (node.type === 'linkReference') found ||= isLinkOfMarks(node, source);
    return !found;
  });
  return found;
}

function isLinkOfMarks(node: LinkReference, source: string): boolean {
  const written = source.slice(node.position!.start.offset, node.position!.end.offset);
  const match = /^\[([^[\]]*)\]\[([^[\]]*)\]$/.exec(written);
  return match !== null && MARK.test(match[1]) && MARK.test(match[2]);
}
