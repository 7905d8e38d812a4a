/** The bar above the matrix and its legend: the order buttons, and the shades and marks with their meaning. */
import { create } from 'd3';
import { make } from '../../element.ts';
import type { Mark } from './cell.ts';
import { ORDERS, type Matrix, type Order, type Shading } from './cells.ts';
import { markPath } from './draw.ts';

export const HINT = 'A row refers to a column. Choose a cell to read how.';

const MARKS: Record<Mark, string> = {
  demanded: 'promised by a contract',
  broken: 'promised, but missing',
  'one-way': 'no link back',
};

/** @param orders those that the set has; buttons appear in this order */
export function orderButtons(
  orders: readonly Order[],
  onChoose: (order: Order) => void,
): {
  element: HTMLElement;
  show(order: Order): void;
} {
  const buttons = orders.map((name) => {
    const button = make('button', { type: 'button', class: 'button button-small' }, ORDERS[name]);
    button.addEventListener('click', () => onChoose(name));
    return button;
  });
  return {
    element: make(
      'div',
      { class: 'matrix-orders', role: 'group', 'aria-label': 'Order' },
      make('span', {}, 'Order'),
      ...buttons,
    ),
    show: (order) =>
      orders.forEach((name, i) => buttons[i].setAttribute('aria-pressed', String(name === order))),
  };
}

/** Shows each shade with its range of counts, and each mark with its number of cells. */
export function fillLegend(legend: HTMLElement, { cells }: Matrix, { ranges }: Shading): void {
  const shades = ranges.map(({ shade, minCount: least, maxCount: most }) =>
    legendItem(`shade-${shade}`, undefined, least === most ? String(least) : `${least}–${most}`),
  );
  const marks = (Object.keys(MARKS) as Mark[])
    .map((mark) => ({ mark, count: cells.filter((cell) => cell.mark === mark).length }))
    // A mark for a fault is listed even where no cell has it.
    .map(({ mark, count }) =>
      legendItem(`shade-${mark === 'demanded' ? 1 : 0} mark-${mark}`, mark, `${MARKS[mark]}: ${count}`),
    );
  legend.replaceChildren(make('span', { class: 'legend-name' }, 'References'), ...shades, ...marks);
}

function legendItem(className: string, mark: Mark | undefined, words: string): HTMLElement {
  const svg = create('svg:svg')
    .attr('class', `box ${className}`)
    .attr('viewBox', '0 0 20 16')
    .attr('width', 20)
    .attr('height', 16)
    .attr('aria-hidden', 'true');
  svg.append('rect').attr('x', 0.5).attr('y', 0.5).attr('width', 19).attr('height', 15).attr('rx', 2);
  if (mark)
    svg
      .append('path')
      .attr('class', 'mark')
      .attr('d', markPath(mark, 20, 16));
  return make('span', { class: 'legend-item' }, svg.node()!, words);
}
