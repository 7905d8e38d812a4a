/** The list of pins below the list of documents, and a status message for each change. */
import '../../styles/pins.css';
import { button, make } from '../element.ts';
import { browserStorage } from '../storage.ts';
import { pinForCurrentPlace } from './current-place.ts';
import { PINS_KEY, savePins, MAX_PINS, readPins, togglePin, type Pin } from './saved-pins.ts';

const STATUS_SHOWN_MS = 2500;
const NOTHING_PINNED = 'Nothing is pinned yet. Press P to pin what you are reading.';

export interface Pins {
  /** Pins the current place, or unpins it. */
  toggle(): void;
  /** Opens a pinned place. @param number counts from 1 */
  go(number: number): void;
}

export function createPins(page: Document): Pins {
  const storage = browserStorage();
  const showStatus = createStatus(page);
  const list = make('ol');
  const box = make('section', { class: 'nav-group pins', id: 'page:pins' }, make('h2', {}, 'Pinned'), list);
  let pins = readPins(storage);

  const draw = (): void => {
    list.replaceChildren(...pins.map((pin, i) => pinItem(pin, i, () => unpin(pin, i))));
    box.hidden = pins.length === 0;
    // An update of the page by the dev server removes elements that scripts have added.
    if (!box.isConnected) page.getElementById('page:documents')?.append(box);
  };
  const toggle = (pin: Pin): void => {
    const next = togglePin(pins, pin);
    if (!next) return showStatus(`${MAX_PINS} places are pinned. Unpin one first.`);
    pins = next;
    savePins(storage, pins);
    draw();
    showStatus(
      pins.includes(pin)
        ? `Pinned: ${pin.label}. Press ${pins.length} to come back here.`
        : `No longer pinned: ${pin.label}.`,
    );
  };
  const unpin = (pin: Pin, index: number): void => {
    toggle(pin);
    const nextButton = list.querySelectorAll('button')[Math.min(index, pins.length - 1)];
    (nextButton ?? page.getElementById('page:documents')?.querySelector('a'))?.focus();
  };

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
      else showStatus(pins.length === 0 ? NOTHING_PINNED : `There is no pin ${number}.`);
    },
  };
}

/** @returns a function that shows a sentence at the bottom of the page for a short time */
function createStatus(page: Document): (sentence: string) => void {
  const status = make('p', { class: 'pin-status', role: 'status' });
  page.body.append(status);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (sentence) => {
    status.textContent = sentence;
    clearTimeout(timer);
    timer = setTimeout(() => void (status.textContent = ''), STATUS_SHOWN_MS);
  };
}

function pinItem({ url, label, place }: Pin, index: number, onUnpin: () => void): HTMLElement {
  const link = make(
    'a',
    { href: url },
    make('kbd', {}, String(index + 1)),
    ' ',
    make('span', {}, label, ' ', make('small', {}, place)),
  );
  const unpin = button('×', onUnpin, 'pin-remove');
  unpin.setAttribute('aria-label', `Unpin ${label}`);
  return make('li', {}, link, unpin);
}
