/** Moving through a syntax tree. */
import type { Nodes } from 'mdast';

/** Children of a node, none for a leaf. */
export function childrenOf(node: Nodes): Nodes[] {
  return 'children' in node ? (node.children as Nodes[]) : [];
}

/**
 * Calls `enter` for every node, parents first, in document order. Iterative, so that nesting cannot exhaust the stack.
 * @param enter returns false to pass over the node's children.
 */
export function walk(root: Nodes, enter: (node: Nodes) => boolean | void): void {
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (enter(node) === false) continue;
    if (!('children' in node)) continue;
    const children = node.children as Nodes[];
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]);
  }
}
