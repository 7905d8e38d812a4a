/** What an author may not do to a reader: no raw HTML, no URL that runs or carries a program. */
import type { Nodes, Parents, Root } from 'mdast';
import { isExternal } from '#specgraph';

const SAFE_SCHEME = /^(?:https?|mailto):/i;

/** Whether a destination may stand in a page: relative, or of a harmless scheme. */
export function isSafeUrl(url: string): boolean {
  // Browsers skip control characters and spaces inside a scheme.
  const plain = url.replace(/[\u0000-\u0020]/g, '');
  return !isExternal(plain) || SAFE_SCHEME.test(plain) || plain.startsWith('//');
}

/** A remark plugin: comments vanish, other HTML is shown as the text it is, unsafe links keep their words only. */
export function safeMarkdown() {
  const visit = (parent: Parents): void => {
    parent.children = parent.children.flatMap((node): Nodes[] => {
      if (node.type === 'html') return htmlAsText(node.value, parent);
      if ('children' in node) visit(node);
      if (node.type === 'link' && !isSafeUrl(node.url)) return node.children;
      if (node.type === 'image' && !isSafeUrl(node.url)) return [{ type: 'text', value: node.alt ?? '' }];
      if (node.type === 'definition' && !isSafeUrl(node.url)) return [{ ...node, url: '#' }];
      return [node];
    }) as never;
  };
  return (tree: Root): void => visit(tree);
}

function htmlAsText(source: string, parent: Parents): Nodes[] {
  const html = source.replaceAll(/<!--[\s\S]*?-->/g, '');
  if (html.trim() === '') return [];
  if (/^<br\s*\/?>$/i.test(html)) return [{ type: 'break' }];
  const text: Nodes = { type: 'text', value: html };
  const inline = [
    'paragraph',
    'heading',
    'tableCell',
    'emphasis',
    'strong',
    'delete',
    'link',
    'linkReference',
  ].includes(parent.type);
  return [inline ? text : { type: 'paragraph', children: [text] }];
}
