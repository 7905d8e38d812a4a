/** Small helpers for trees of HTML elements (hast). */
import type { Element, ElementContent, Root } from 'hast';

export function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}

/** The text of an element and everything in it. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) ? className.includes(name) : className === name;
}

/** Visits every element, each before the elements in it. */
export function visitElements(parent: Root | Element, visit: (node: Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    visit(child);
    visitElements(child, visit);
  }
}

/** Replaces every element by the result of a function, the innermost elements first. */
export function replaceElements(parent: Root | Element, replace: (node: Element) => ElementContent[]): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [child];
    replaceElements(child, replace);
    return replace(child);
  });
}
