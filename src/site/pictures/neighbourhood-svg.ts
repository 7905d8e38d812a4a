/** The elements of the picture of a neighbourhood, for components and for the text of documents. */
import type { Element, ElementContent } from 'hast';
import type { Picture } from './neighbourhood.ts';

/** Maximum length of a label, in letters. */
const MAX_LETTERS = 36;

/** @param sides headings of the two sides: ["Referred to by", "Refers to"] */
export function pictureElement(
  { width, height, columns, centre, nodes, ties, more }: Picture,
  sides: readonly [string, string],
): Element {
  const count = (side: 'left' | 'right'): number => nodes.filter((node) => node.side === side).length;
  const title = (side: 'left' | 'right', text: string): string =>
    `${count(side) > 0 ? text : ''}${more[side] > 0 ? `, ${more[side]} more` : ''}`;
  const label = `${centre.label}: ${sides[0].toLowerCase()} ${count('left') + more.left}, ${sides[1].toLowerCase()} ${count('right') + more.right}`;
  const svg = make('svg', { viewBox: `0 -24 ${width} ${height + 24}`, width, height: height + 24 }, [
    make('text', { class: 'side', x: columns.left - 12, y: -8, 'text-anchor': 'end' }, [
      text(title('left', sides[0])),
    ]),
    make('text', { class: 'side', x: columns.right + 12, y: -8 }, [text(title('right', sides[1]))]),
    ...ties.map(({ d, width: own }) => make('path', { d, 'stroke-width': own })),
    ...nodes.map(({ x, y, label: name, url, kind, count: references, side }) =>
      make('a', { href: url, class: `node node-${kind}` }, [
        make('title', {}, [text(`${name}: ${references}`)]),
        make('circle', { cx: x, cy: y, r: 5 }),
        make(
          'text',
          {
            x: side === 'left' ? x - 12 : x + 12,
            y: y + 4,
            'text-anchor': side === 'left' ? 'end' : 'start',
          },
          [text(short(name))],
        ),
      ]),
    ),
    make('g', { class: `node node-${centre.kind} node-centre` }, [
      make('circle', { cx: centre.x, cy: centre.y, r: 9 }),
      make('text', { class: 'centre-label', x: centre.x, y: centre.y - 18, 'text-anchor': 'middle' }, [
        text(short(centre.label)),
      ]),
    ]),
  ]);
  return make('figure', { class: 'neighbourhood', tabindex: 0, role: 'group', 'aria-label': label }, [svg]);
}

function short(name: string): string {
  return name.length > MAX_LETTERS ? `${name.slice(0, MAX_LETTERS - 1).trimEnd()}…` : name;
}

function make(
  tagName: string,
  properties: Record<string, string | number>,
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
