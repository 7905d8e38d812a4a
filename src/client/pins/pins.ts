/** The list of pins below the list of documents, and a status message for each change. */
import '../../styles/pins.css';
import { button, make } from '../element.ts';
import { browserStorage } from '../storage.ts';
import { pinForCurrentPlace } from './current-place.ts';
import { PINS_KEY, savePins, MAX_PINS, readPins, togglePin, type Pin } from './saved-pins.ts';

const STATUS_SHOWN_MS = 2500;

export interface Pins {
  /** Pins the current place, or unpins it. */
  toggle(): void;
  /** Opens a pinned place. @param number counts from 1 */
  go(number: number): void;
}

export function createPins(page: Document): Pins {
  const storage = browserStorage();
  let pins = readPins(storage);
  const list = make('ol');
  const box = make('section', { class: 'nav-group pins', id: 'pins' }, make('h2', {}, 'Pinned'), list);
  const status = make('p', { class: 'pin-status', role: 'status' });
  let statusTimer: ReturnType<typeof setTimeout> | undefined;

  const showStatus = (sentence: string): void => {
    status.textContent = sentence;
    clearTimeout(statusTimer);
    statusTimer = setTimeout(() => void (status.textContent = ''), STATUS_SHOWN_MS);
  };
  const change = (next: Pin[]): void => {
    pins = next;
    savePins(storage, pins);
    draw();
  };
  const toggle = (pin: Pin): void => {
    const next = togglePin(pins, pin);
    if (!next) return showStatus(`${MAX_PINS} places are pinned. Unpin one first.`);
    change(next);
    showStatus(
      next.includes(pin)
        ? `Pinned: ${pin.label}. Press ${next.length} to come back here.`
        : `No longer pinned: ${pin.label}.`,
    );
  };
  const entry = (pin: Pin, index: number): HTMLElement => {
    const link = make(
      'a',
      { href: pin.url },
      make('kbd', {}, String(index + 1)),
      ' ',
      make('span', {}, pin.label, ' ', make('small', {}, pin.place)),
    );
    const unpin = button(
      '×',
      () => {
        toggle(pin);
        (
          list.querySelectorAll('button')[Math.min(index, pins.length - 1)] ??
          page.getElementById('site-drawer')?.querySelector('a')
        )?.focus();
      },
      'pin-remove',
    );
    unpin.setAttribute('aria-label', `Unpin ${pin.label}`);
    return make('li', {}, link, unpin);
  };
  const draw = (): void => {
    list.replaceChildren(...pins.map(entry));
    box.hidden = pins.length === 0;
    // An update of the page by the dev server removes elements that scripts have added.
    if (!box.isConnected) page.getElementById('site-drawer')?.append(box);
  };

  page.body.append(status);
  draw();
  page.addEventListener('spec:changed', draw);
  // Another tab has changed the pins.
  addEventListener('storage', ({ key }) => {
    if (key !== PINS_KEY) return;
    pins = readPins(storage);
    draw();
  });
  return {
    toggle: () => toggle(pinForCurrentPlace(page, location)),
    go(number) {
      const pin = pins.at(number - 1);
      if (pin) location.assign(pin.url);
      else
        showStatus(
          pins.length === 0
            ? 'Nothing is pinned yet. Press P to pin what you are reading.'
            : `There is no pin ${number}.`,
        );
    },
  };
}
