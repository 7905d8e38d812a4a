/** The list below the map: it follows the filters and the answer. */
import type { Atlas } from '../../../map/atlas.ts';
import type { Answer } from '../state/ask.ts';

/**
 * Hides the rows of nodes that the map does not show.
 * @param visible 1 for each node that passes the filters
 * @param answer where given and not empty, only its nodes are listed
 */
export function showInList(
  list: HTMLElement,
  atlas: Atlas,
  visible: Uint8Array,
  selected: string | undefined,
  answer: Answer | undefined,
): void {
  const found = answer && !answer.isEmpty ? new Set(answer.steps.map(({ id }) => id)) : undefined;
  const focused = list.contains(document.activeElement);
  for (const group of list.querySelectorAll<HTMLElement>('[data-group]')) {
    let count = 0;
    for (const row of group.querySelectorAll<HTMLElement>('[data-node]')) {
      const id = row.dataset.node!;
      row.hidden = !(found ? found.has(id) : visible[atlas.indexOf(id)]);
      if (row.hidden) continue;
      count++;
      const link = row.querySelector('a')!;
      if (id === selected) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    group.hidden = count === 0;
    group.querySelector('.count')!.textContent = count.toLocaleString('en');
  }
  if (focused && document.activeElement!.closest('[hidden]')) focusFirstRow(list);
}

/** Tab leads from a field of the question to the list, whose row the answer may then hide: the focus stays in the list. */
function focusFirstRow(list: HTMLElement): void {
  list
    .querySelector<HTMLElement>('[data-group]:not([hidden]) [data-node]:not([hidden]) a')
    ?.focus({ preventScroll: true });
}
