import type { Element, Root } from 'hast';
import { nodeId } from '#specgraph';
import { textOf } from './hast.ts';

/** A rehype plugin: in a row that defines a name, adds a link to the uses of the name after it. */
export function addUsesLinks(linkTo: (node: string) => Element | undefined) {
  const visit = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const node = child.properties['data-defines'] ?? child.properties.dataDefines;
      if (child.tagName === 'tr' && typeof node === 'string')
        addLink(child, linkTo(node), nodeId.nameOf(node));
      else visit(child);
    }
  };
  return visit;
}

function addLink(row: Element, link: Element | undefined, name: string): void {
  const cell = row.children.find((child) => child.type === 'element' && textOf(child).trim() === name);
  if (!link || cell?.type !== 'element') return;
  cell.children.push({ type: 'text', value: ' ' }, link);
}
