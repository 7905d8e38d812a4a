/** The grid by keyboard, pointer and finger: one cell is in the tab order, the arrow keys go from cell to cell. */
import { positionAfterKey, type GridPosition } from './layout.ts';

export interface GridEvents {
  /** A cell is chosen. @param focus whether by keyboard: then the focus moves to its references */
  cell(id: string, focus: boolean): void;
  /** A head is chosen. @param isDoubleClick whether by a double click, which opens the page of its document */
  head(id: string, isDoubleClick: boolean): void;
  /** An element is pointed at or focused. @param words its description; the ids are those of its row and column */
  point(words?: string, row?: string, column?: string): void;
}

export interface GridKeys {
  /** After rows or columns have changed. */
  refresh(): void;
  /** Focuses a cell. */
  focus(id: string | undefined): void;
  /** Puts a cell into the tab order. */
  setTabStop(id: string): void;
}

export function gridKeys(svg: SVGSVGElement, events: GridEvents): GridKeys {
  let rows: SVGGElement[][] = [];
  let tabStop: GridPosition = { row: 1, column: 1 };

  const focusable = (): SVGGElement[] => [...svg.querySelectorAll<SVGGElement>('[tabindex]')];
  const elementAt = ({ row, column }: GridPosition): SVGGElement | undefined => rows[row]?.[column];
  const lastPosition = (): GridPosition => ({
    row: rows.length - 1,
    column: Math.max(0, ...rows.map((row) => row.length - 1)),
  });
  const positionOf = (element: Element): GridPosition => {
    const row = rows.findIndex((own) => own.includes(element as SVGGElement));
    return row < 0 ? tabStop : { row, column: rows[row].indexOf(element as SVGGElement) };
  };
  const moveTabStop = (next: GridPosition): void => {
    // The corner is empty and takes no focus.
    tabStop = next.row === 0 && next.column === 0 ? { row: 0, column: 1 } : next;
    for (const element of focusable())
      element.setAttribute('tabindex', element === elementAt(tabStop) ? '0' : '-1');
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
  const choose = (element: Element, focus: boolean, isDoubleClick = false): void => {
    const [cell, head] = [element.getAttribute('data-cell'), element.getAttribute('data-head')];
    if (cell) events.cell(cell, focus);
    else if (head) events.head(head, isDoubleClick);
  };
  const elementOf = (event: Event): Element | null => (event.target as Element).closest('[tabindex]');

  svg.addEventListener('keydown', (event) => {
    const element = elementOf(event);
    if (!element || event.altKey || event.metaKey) return;
    const next = positionAfterKey(event.key, positionOf(element), lastPosition(), event.ctrlKey);
    if (next) {
      moveTabStop(next);
      elementAt(tabStop)?.focus();
      elementAt(tabStop)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (event.key === 'Enter' || event.key === ' ') choose(element, true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  svg.addEventListener('focusin', (event) => {
    const element = elementOf(event);
    if (element) moveTabStop(positionOf(element));
    point(element);
  });
  svg.addEventListener('focusout', () => point(undefined));
  svg.addEventListener('pointerover', (event) => point(elementOf(event)));
  svg.addEventListener('pointerleave', () =>
    point(svg.contains(document.activeElement) ? document.activeElement : undefined),
  );
  svg.addEventListener('click', (event) => {
    const element = elementOf(event);
    if (element) choose(element, false);
  });
  svg.addEventListener('dblclick', (event) => {
    const element = elementOf(event);
    if (element?.hasAttribute('data-head')) choose(element, false, true);
  });

  const cellElement = (id: string): SVGGElement | undefined =>
    focusable().find((element) => element.getAttribute('data-cell') === id);
  return {
    refresh() {
      const heads = [...svg.querySelectorAll<SVGGElement>('.column-head:not(.leaving)')];
      const corner = document.createElementNS('http://www.w3.org/2000/svg', 'g');
      const rowElements = [...svg.querySelectorAll('.matrix-row:not(.leaving)')].map((row) => [
        ...row.querySelectorAll<SVGGElement>('.row-head'),
        ...row.querySelectorAll<SVGGElement>('.box:not(.leaving)'),
      ]);
      rows = [[corner, ...heads], ...rowElements];
      moveTabStop({
        row: Math.min(tabStop.row, lastPosition().row),
        column: Math.min(tabStop.column, lastPosition().column),
      });
    },
    focus(id) {
      const element = id === undefined ? undefined : cellElement(id);
      if (!element) return;
      moveTabStop(positionOf(element));
      element.focus();
    },
    setTabStop(id) {
      const element = cellElement(id);
      if (element) moveTabStop(positionOf(element));
    },
  };
}
