/** Offers pins; the list is fetched when there are any, or when the first is set. */
import { browserShelf } from '../storage.ts';
import type { Pins } from './pins.ts';
import { KEY } from './store.ts';

export function offerPins(page: Document): Pins {
  let pins: Promise<Pins> | undefined;
  const fetched = (): Promise<Pins> => {
    pins ??= import('./pins.ts').then(({ createPins }) => createPins(page));
    return pins;
  };
  const actions: Pins = {
    toggle: () => void fetched().then((ready) => ready.toggle()),
    go: (number) => void fetched().then((ready) => ready.go(number)),
  };
  for (const button of page.querySelectorAll('[data-pin]'))
    button.addEventListener('click', () => actions.toggle());
  // Readers without pins fetch nothing.
  if (browserShelf()?.getItem(KEY)) void fetched();
  return actions;
}
