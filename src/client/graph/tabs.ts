/** The buttons that choose the view. */
import { make } from '../element.ts';
import { VIEWS, type ViewName } from './state/state.ts';
import { VIEW_TITLES } from './views.ts';

export interface Tabs {
  show(view: ViewName): void;
}

export function createTabs(host: HTMLElement, onChoose: (view: ViewName) => void): Tabs {
  const buttons = VIEWS.map((name) => {
    const button = make('button', { type: 'button', class: 'view-tab' }, VIEW_TITLES[name]);
    button.addEventListener('click', () => onChoose(name));
    return button;
  });
  host.replaceChildren(...buttons);
  return {
    show: (view) =>
      VIEWS.forEach((name, i) => buttons[i].setAttribute('aria-pressed', String(name === view))),
  };
}
