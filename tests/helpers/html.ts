/** Parses HTML and searches it without a browser. */
import type { Element, ElementContent, Root } from 'hast';
import { htmlToHast } from 'satteri';

type Parent = Root | Element;

/** Parses a page, or a fragment: then the result holds the content of the body that the parser adds. */
export function parseHtml(html: string): Root {
  const root = htmlToHast(html) as unknown as Root;
  const body = select(root, 'body')[0];
  return body && !/<body/i.test(html) ? { type: 'root', children: body.children } : root;
}

/** All elements in document order. */
export function elements(parent: Parent): Element[] {
  return parent.children.flatMap((child) => (child.type === 'element' ? [child, ...elements(child)] : []));
}

/** Elements by tag name, by class (".ref-variable") or by both ("a.ref"). */
export function select(parent: Parent, selector: string): Element[] {
  const [tag, ...classes] = selector.split('.');
  return elements(parent).filter(
    (node) => (tag === '' || node.tagName === tag) && classes.every((name) => classesOf(node).includes(name)),
  );
}

export function classesOf(node: Element): string[] {
  const { className } = node.properties;
  return Array.isArray(className) ? className.map(String) : String(className ?? '').split(' ');
}

export function textOf(node: Parent | ElementContent): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as ElementContent)).join('') : '';
}

/** Path from the root to an element: `table tbody tr td code a`. */
export function pathTo(root: Root, target: Element): string {
  const search = (parent: Parent): string[] | undefined => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child === target) return [child.tagName];
      const below = search(child);
      if (below) return [child.tagName, ...below];
    }
    return undefined;
  };
  return (search(root) ?? []).join(' ');
}
