/** The panel about a tie between two documents: its references with their sentences, as the matrix lists those of a cell. */
import type { MatrixData } from '../../../map/matrix-model.ts';
import { labelOf } from '../../../map/names.ts';
import { button, make, replaceContent } from '../../element.ts';
import type { Cell } from '../matrix/cell.ts';
import { fillList, type ListEvents } from '../matrix/list.ts';

export interface TieActions extends ListEvents {
  select(id: string): void;
}

/** @param data undefined until it has been fetched, null where that failed */
export function fillTie(
  body: HTMLElement,
  cell: Cell,
  data: MatrixData | undefined | null,
  actions: TieActions,
): void {
  const list = make('section', { class: 'tie-list', 'aria-label': 'References of the line' });
  fillList(list, cell, data, actions);
  const endItem = (node: Cell['from']): HTMLElement =>
    make(
      'li',
      {},
      button(labelOf(node), () => actions.select(node.id), `relation node-${node.kind}`),
    );
  replaceContent(
    body,
    list,
    make('h3', {}, 'Its ends'),
    make('ul', { class: 'relations' }, endItem(cell.from), endItem(cell.to)),
  );
}
