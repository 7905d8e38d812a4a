/** The one place where Markdown is parsed: GitHub-flavoured, with Sätteri, into mdast. */
import type { Nodes, Root } from 'mdast';
import { markdownToMdast } from 'satteri';

/**
 * @returns the tree; positions have 1-based lines and columns, offsets in UTF-16 units.
 * Front matter becomes a `yaml` node. Never throws: every text is Markdown.
 */
export function parseMarkdown(text: string): Root {
  return markdownToMdast(text, {}) as Root;
}

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
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]);
  }
}

/** The words of a node: text and code without markup, images by their alternative text, HTML left out. */
export function plainText(node: Nodes): string {
  let text = '';
  walk(node, (n) => {
    if (n.type === 'text' || n.type === 'inlineCode') text += n.value;
    else if (n.type === 'image' || n.type === 'imageReference') text += n.alt ?? '';
    else if (n.type === 'break') text += ' ';
  });
  return text;
}
