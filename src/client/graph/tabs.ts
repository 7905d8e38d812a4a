/** Which view is shown: one button for each that there is. */
import { make } from '../element.ts';
import { VIEWS, type ViewName } from './state/state.ts';
import { LOADERS, VIEW_TITLES } from './views.ts';

/** @param host stays empty where there is nothing to choose */
export function createTabs(
  host: HTMLElement,
  onChoose: (view: ViewName) => void,
): { show(view: ViewName): void } {
  const names = VIEWS.filter((view) => LOADERS[view]);
  if (names.length < 2) return { show: () => undefined };
  const buttons = names.map((name) => {
    const button = make('button', { type: 'button', class: 'view-tab' }, VIEW_TITLES[name]);
    button.addEventListener('click', () => onChoose(name));
    return button;
  });
  host.replaceChildren(...buttons);
  return {
    show: (view) =>
      names.forEach((name, i) => buttons[i].setAttribute('aria-pressed', String(name === view))),
  };
}
