/** How nodes are named on the map. Pure; the only place that joins numbers and titles. */
import { isHead, traitsOf } from './kinds.ts';
import type { MapNode } from './model.ts';

/** The parts of a node's name. */
export type NameParts = Pick<MapNode, 'kind' | 'number' | 'numbering' | 'title'>;

/** "14 Edge and Auto-Scaling", "10o. Edge Discovery Backoff", "Step 7b", "Phase 9", "FL_PORT". */
export function labelOf({ kind, number, numbering, title }: NameParts): string {
  const { isHead: isNumbered, word } = traitsOf(kind);
  if (word) return number ? `${word} ${number}` : title;
  if (isNumbered && number) return `${number} ${title}`;
  return numbering ? `${numbering} ${title}` : title;
}

/** The number in the dot of a document; empty for everything else. */
export function numberInDot({ kind, number }: NameParts): string {
  return isHead({ kind }) ? (number ?? '') : '';
}

/** The label beside the dot: without the number that stands in it. */
export function labelBesideDot(node: NameParts): string {
  return isHead(node) ? node.title : labelOf(node);
}
