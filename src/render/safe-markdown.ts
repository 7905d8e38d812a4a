/** Protects readers from what a document may hold: raw HTML, and URLs that run or carry a program. */
import type { Nodes, Parents, Root } from 'mdast';
import { isExternal } from '#specgraph';
import { isAllowedHtml } from './sanitize-html.ts';

const SAFE_SCHEME = /^(?:https?|mailto):/i;

/** Whether a page may link to a URL: it is relative or has a harmless scheme. */
function isSafeUrl(url: string): boolean {
  // Browsers ignore control characters and spaces inside a scheme.
  const plain = url.replace(/[\u0000-\u0020]/g, '');
  return !isExternal(plain) || SAFE_SCHEME.test(plain) || plain.startsWith('//');
}

/**
 * A remark plugin: removes comments, shows HTML as text that is not on the list of sanitize-html.ts, and reduces unsafe
 * links to their text.
 */
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

const INLINE_PARENTS = [
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
];

function htmlAsText(source: string, parent: Parents): Nodes[] {
  const html = source.replaceAll(/<!--[\s\S]*?-->/g, '');
  if (html.trim() === '') return [];
  if (/^<br\s*\/?>$/i.test(html)) return [{ type: 'break' }];
  if (isAllowedHtml(html)) return [{ type: 'html', value: html }];
  const text: Nodes = { type: 'text', value: html };
  return [INLINE_PARENTS.includes(parent.type) ? text : { type: 'paragraph', children: [text] }];
}
