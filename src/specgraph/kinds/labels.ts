/** How things are called. */
import type { DefinedNode, GraphNode } from '../model/index.ts';
import type { Kind } from './kind.ts';

/** The part of a kind that labels are made from. */
export type LabelledKind = Pick<Kind, 'label' | 'longLabel'>;

/** @returns the label of the thing with this id: "Step 7b" */
export function labelOfId({ label }: Pick<Kind, 'label'>, id: string): string {
  return fill(label, id, id);
}

/** @returns the label with more words, "Step 7b: Join"; without the title where the title only repeats the id */
export function longLabelOf(kind: LabelledKind, id: string, title: string): string {
  return title === '' || title === id ? labelOfId(kind, id) : fill(kind.longLabel, id, title);
}

function fill(label: string, id: string, title: string): string {
  return label.replace('{id}', () => id).replace('{title}', () => title);
}

/** @returns the id of a thing as its definition writes it; undefined for a node whose kind has no such ids */
export function writtenId(node: GraphNode): string | undefined {
  if ('name' in node) return node.name;
  return 'number' in node ? node.number : undefined;
}

/** Whether a place in a document defines the node, and the kind is not one of those that documents consist of. */
export function isDefined(node: GraphNode): node is DefinedNode {
  return 'name' in node && 'document' in node;
}
