/** Keeps trees so flat that every plugin can descend into them: quotes in quotes exhaust the stack otherwise. */
import type { Nodes, Parents, Root } from 'mdast';

/** As deep as the engine reads quotes and lists (parse/bounds.ts). */
const MAX_DEPTH = 100;

/** Changes a tree: of what is deeper than 100 levels, only the text remains. */
export function limitDepth(tree: Root): void {
  const waiting: { node: Parents; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const { node, depth } = entry;
    if (depth === MAX_DEPTH) node.children = [{ type: 'text', value: textIn(node) }] as never;
    else
      for (const child of node.children)
        if ('children' in child) waiting.push({ node: child, depth: depth + 1 });
  }
}

/** All text below a node, without recursion. */
function textIn(node: Nodes): string {
  const texts: string[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('children' in next) waiting.push(...next.children.toReversed());
    else if ('value' in next) texts.push(next.value);
  }
  return texts.join('');
}
