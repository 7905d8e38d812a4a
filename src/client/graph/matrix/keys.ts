/** The grid by keyboard, pointer and finger: one cell is in the tab order, the arrow keys go from cell to cell. */
import { spotAfter, type Spot } from './layout.ts';

export interface GridEvents {
  /** A cell is chosen. @param focus whether by keyboard: then the focus moves to its references */
  cell(id: string, focus: boolean): void;
  /** A head is chosen. @param twice whether by a double click, which opens the page of its document */
  head(id: string, twice: boolean): void;
  /** An element is pointed at or focused. @param words its description; the ids are those of its row and column */
  point(words?: string, row?: string, column?: string): void;
}

export interface GridKeys {
  /** After rows or columns have changed. */
  refresh(): void;
  /** Focuses a cell. */
  focus(id: string | undefined): void;
  /** Puts a cell into the tab order. */
  rest(id: string): void;
}

export function gridKeys(svg: SVGSVGElement, events: GridEvents): GridKeys {
  let rows: SVGGElement[][] = [];
  let spot: Spot = { row: 1, column: 1 };

  const all = (): SVGGElement[] => [...svg.querySelectorAll<SVGGElement>('[tabindex]')];
  const at = ({ row, column }: Spot): SVGGElement | undefined => rows[row]?.[column];
  const last = (): Spot => ({
    row: rows.length - 1,
    column: Math.max(0, ...rows.map((row) => row.length - 1)),
  });
  const spotOf = (element: Element): Spot => {
    const row = rows.findIndex((own) => own.includes(element as SVGGElement));
    return row < 0 ? spot : { row, column: rows[row].indexOf(element as SVGGElement) };
  };
  const settle = (next: Spot): void => {
    // The corner is empty and takes no focus.
    spot = next.row === 0 && next.column === 0 ? { row: 0, column: 1 } : next;
    for (const element of all()) element.setAttribute('tabindex', element === at(spot) ? '0' : '-1');
  };
  const idsAt = (element: Element): { row?: string; column?: string } => {
    const [row, column] = element.getAttribute('data-cell')?.split(' ') ?? [];
    const head = element.getAttribute('data-head') ?? undefined;
    return element.getAttribute('role') === 'columnheader'
      ? { column: head }
      : head
        ? { row: head }
        : { row, column };
  };
  const point = (element: Element | null | undefined): void => {
    if (!element) return events.point();
    const { row, column } = idsAt(element);
    events.point(element.getAttribute('aria-label') ?? undefined, row, column);
  };
  const choose = (element: Element, focus: boolean, twice = false): void => {
    const [cell, head] = [element.getAttribute('data-cell'), element.getAttribute('data-head')];
    if (cell) events.cell(cell, focus);
    else if (head) events.head(head, twice);
  };
  const under = (event: Event): Element | null => (event.target as Element).closest('[tabindex]');

  svg.addEventListener('keydown', (event) => {
    const element = under(event);
    if (!element || event.altKey || event.metaKey) return;
    const next = spotAfter(event.key, spotOf(element), last(), event.ctrlKey);
    if (next) {
      settle(next);
      at(spot)?.focus();
      at(spot)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (event.key === 'Enter' || event.key === ' ') choose(element, true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  svg.addEventListener('focusin', (event) => {
    const element = under(event);
    if (element) settle(spotOf(element));
    point(element);
  });
  svg.addEventListener('focusout', () => point(undefined));
  svg.addEventListener('pointerover', (event) => point(under(event)));
  svg.addEventListener('pointerleave', () =>
    point(svg.contains(document.activeElement) ? document.activeElement : undefined),
  );
  svg.addEventListener('click', (event) => {
    const element = under(event);
    if (element) choose(element, false);
  });
  svg.addEventListener('dblclick', (event) => {
    const element = under(event);
    if (element?.hasAttribute('data-head')) choose(element, false, true);
  });

  const find = (id: string): SVGGElement | undefined =>
    all().find((element) => element.getAttribute('data-cell') === id);
  return {
    refresh() {
      const heads = [...svg.querySelectorAll<SVGGElement>('.column-head:not(.leaving)')];
      const corner = document.createElementNS('http://www.w3.org/2000/svg', 'g');
      const inner = [...svg.querySelectorAll('.matrix-row:not(.leaving)')].map((row) => [
        ...row.querySelectorAll<SVGGElement>('.row-head'),
        ...row.querySelectorAll<SVGGElement>('.box:not(.leaving)'),
      ]);
      rows = [[corner, ...heads], ...inner];
      settle({ row: Math.min(spot.row, last().row), column: Math.min(spot.column, last().column) });
    },
    focus(id) {
      const element = id === undefined ? undefined : find(id);
      if (!element) return;
      settle(spotOf(element));
      element.focus();
    },
    rest(id) {
      const element = find(id);
      if (element) settle(spotOf(element));
    },
  };
}
