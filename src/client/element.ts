/** Creates elements. Text is always inserted as text, never as markup, because it comes from the documents. */
type Child = Node | string | undefined;

/** @param props properties of the element; `class` and attributes with a hyphen are set as attributes */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Record<string, unknown> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined) continue;
    if (name === 'class' || name.includes('-')) element.setAttribute(name, String(value));
    else Object.assign(element, { [name]: value });
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

export function button(
  text: string,
  onClick: () => void,
  className = 'button button-small',
): HTMLButtonElement {
  const element = make('button', { type: 'button', class: className }, text);
  element.addEventListener('click', onClick);
  return element;
}

/** Replaces the content of an element. The new element that matches the focused one gets the focus and the typed text. */
export function replaceContent(host: HTMLElement, ...children: Child[]): void {
  const nameOf = (element: Element): string =>
    `${element.tagName} ${(element.closest('label') ?? element).textContent}`;
  const before = host.contains(document.activeElement) ? document.activeElement! : undefined;
  host.replaceChildren(...children.filter((child) => child !== undefined));
  if (!before) return;
  const after = [...host.querySelectorAll<HTMLElement>('a, button, input, select, summary, [tabindex]')].find(
    (element) => nameOf(element) === nameOf(before),
  );
  if (after instanceof HTMLInputElement && before instanceof HTMLInputElement && before.value)
    after.value = before.value;
  after?.focus({ preventScroll: true });
}

/** Returns a function that calls `render` only when one of `parts` differs from the previous call. */
export function whenChanged(): (parts: readonly unknown[], render: () => void) => void {
  let previous: readonly unknown[] | undefined;
  return (parts, render) => {
    if (previous?.length === parts.length && parts.every((part, i) => part === previous![i])) return;
    previous = parts;
    render();
  };
}

/** Does not write the same text again, because screen readers would read it again. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
