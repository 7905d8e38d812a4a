/** The selection in the list of results. The focus stays in the search field, which names the selected result. */

export interface ResultList {
  /** The number of results. */
  count(): number;
  selected(): HTMLElement | undefined;
  /** URL of the selected result; undefined for the first one, which is selected anyway. */
  selectedUrl(): string | undefined;
  replace(groups: readonly HTMLElement[]): void;
  /** Selects the result with a URL, or else the first one, after the list has changed. */
  selectAgain(url: string | undefined): void;
  /** Moves the selection for a key. @returns false if the key does not move it */
  moveByKey(event: KeyboardEvent): boolean;
}

export function createResultList(list: HTMLElement, input: HTMLInputElement): ResultList {
  let selected = -1;
  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  const select = (index: number): void => {
    const allOptions = options();
    if (allOptions.length === 0) return input.removeAttribute('aria-activedescendant');
    allOptions[selected]?.setAttribute('aria-selected', 'false');
    selected = (index + allOptions.length) % allOptions.length;
    allOptions[selected].setAttribute('aria-selected', 'true');
    // The first result is shown together with the title of its group above it.
    if (selected === 0) list.scrollTop = 0;
    else allOptions[selected].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', allOptions[selected].id);
  };
  return {
    count: () => options().length,
    selected: () => options()[selected],
    selectedUrl: () => (selected > 0 ? (options()[selected]?.getAttribute('href') ?? undefined) : undefined),
    replace: (groups) => list.replaceChildren(...groups),
    selectAgain(url) {
      selected = -1;
      const again = url ? options().findIndex((option) => option.getAttribute('href') === url) : 0;
      select(Math.max(0, again));
    },
    moveByKey(event) {
      const next = selectionAfter(event, selected, options().length);
      if (next === undefined) return false;
      select(next);
      return true;
    },
  };
}

/** The selected index after a key. With Shift, keys select text in the field instead. */
function selectionAfter(
  { key, shiftKey }: KeyboardEvent,
  selected: number,
  count: number,
): number | undefined {
  if (shiftKey || count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return selected + 1;
    case 'ArrowUp':
      return selected - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
