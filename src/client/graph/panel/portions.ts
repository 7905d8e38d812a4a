/** Long lists in portions: the first items, and a button for more. */
import { button, make } from '../../element.ts';

/** The number of items of a page. */
const PAGE_SIZE = 100;

/** The first items, and a button for as many more each time: there may be thousands. */
export function appendPage(list: HTMLElement, items: (() => HTMLElement)[]): void {
  const [now, rest] = [items.slice(0, PAGE_SIZE).map((item) => item()), items.slice(PAGE_SIZE)];
  list.append(...now);
  if (rest.length === 0) return;
  const more = make(
    'li',
    {},
    button(
      `${rest.length.toLocaleString('en')} more`,
      () => {
        const at = list.children.length - 1;
        more.remove();
        appendPage(list, rest);
        list.children[at].querySelector('button')?.focus();
      },
      'link-button',
    ),
  );
  list.append(more);
}

/** The first items of a list, and a button for all others. @returns nothing where there are none */
export function listWithRest(
  list: HTMLElement,
  items: readonly (() => HTMLElement)[],
  first: number,
  buttonClass?: string,
): HTMLElement[] {
  if (items.length === 0) return [];
  list.append(...items.slice(0, first).map((item) => item()));
  const rest = items.slice(first);
  if (rest.length === 0) return [list];
  const more = button(
    `${rest.length.toLocaleString('en')} more`,
    () => {
      list.append(...rest.map((item) => item()));
      more.remove();
      list.children[first].querySelector('a')?.focus();
    },
    buttonClass,
  );
  return [list, more];
}
