/** Mounts the pins. Their code is loaded only if the reader has pins, or when the first one is set. */
import { browserStorage } from '../storage.ts';
import type { Pins } from './pins.ts';
import { PINS_KEY } from './saved-pins.ts';

export function mountPins(page: Document): Pins {
  let pins: Promise<Pins> | undefined;
  const load = (): Promise<Pins> => {
    pins ??= import('./pins.ts').then(({ createPins }) => createPins(page));
    return pins;
  };
  const actions: Pins = {
    toggle: () => void load().then((loaded) => loaded.toggle()),
    go: (number) => void load().then((loaded) => loaded.go(number)),
  };
  for (const button of page.querySelectorAll('[data-pin]'))
    button.addEventListener('click', () => actions.toggle());
  // Readers without pins load nothing.
  if (browserStorage()?.getItem(PINS_KEY)) void load();
  return actions;
}
