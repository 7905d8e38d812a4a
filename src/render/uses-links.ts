import type { Element, ElementContent, Root } from 'hast';

/** A rehype plugin: a row that defines a name gets a link to its uses, behind the name in its cell. */
export function addUsesLinks(linkTo: (node: string) => Element | undefined) {
  const visit = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const node = child.properties['data-defines'] ?? child.properties.dataDefines;
      if (child.tagName === 'tr' && typeof node === 'string')
        addTo(child, linkTo(node), node.slice(node.indexOf(':') + 1));
      else visit(child);
    }
  };
  return visit;
}

function addTo(row: Element, link: Element | undefined, name: string): void {
  const cell = row.children.find((child) => child.type === 'element' && textOf(child).trim() === name);
  if (!link || cell?.type !== 'element') return;
  cell.children.push({ type: 'text', value: ' ' }, link);
}

function textOf(node: ElementContent): string {
  return node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
}
