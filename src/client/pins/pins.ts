/** The list of pins below the documents, and what is said when it changes. */
import '../../styles/pins.css';
import { button, make } from '../element.ts';
import { browserShelf } from '../storage.ts';
import { pinOf } from './here.ts';
import { KEY, keepPins, MOST, readPins, togglePin, type Pin } from './store.ts';

/** How long what was done is shown, in milliseconds. */
const SHOWN = 2500;

export interface Pins {
  /** Pins what is read, or lets go of it. */
  toggle(): void;
  /** @param number from 1 */
  go(number: number): void;
}

export function createPins(page: Document): Pins {
  const shelf = browserShelf();
  let pins = readPins(shelf);
  const list = make('ol');
  const box = make('section', { class: 'nav-group pins', id: 'pins' }, make('h2', {}, 'Pinned'), list);
  const status = make('p', { class: 'pin-status', role: 'status' });
  let fading: ReturnType<typeof setTimeout> | undefined;

  const say = (sentence: string): void => {
    status.textContent = sentence;
    clearTimeout(fading);
    fading = setTimeout(() => void (status.textContent = ''), SHOWN);
  };
  const change = (next: Pin[]): void => {
    pins = next;
    keepPins(shelf, pins);
    draw();
  };
  const toggle = (pin: Pin): void => {
    const next = togglePin(pins, pin);
    if (!next) return say(`${MOST} places are pinned. Let go of one first.`);
    change(next);
    say(
      next.includes(pin)
        ? `Pinned: ${pin.label}. The key ${next.length} leads here.`
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
    const release = button(
      '×',
      () => {
        toggle(pin);
        (
          list.querySelectorAll('button')[Math.min(index, pins.length - 1)] ??
          page.getElementById('site-drawer')?.querySelector('a')
        )?.focus();
      },
      'pin-release',
    );
    release.setAttribute('aria-label', `Let go of ${pin.label}`);
    return make('li', {}, link, release);
  };
  const draw = (): void => {
    list.replaceChildren(...pins.map(entry));
    box.hidden = pins.length === 0;
    // A page that is followed while it is written loses what its scripts have put there.
    if (!box.isConnected) page.getElementById('site-drawer')?.append(box);
  };

  page.body.append(status);
  draw();
  page.addEventListener('spec:changed', draw);
  // Another tab has pinned something.
  addEventListener('storage', ({ key }) => {
    if (key !== KEY) return;
    pins = readPins(shelf);
    draw();
  });
  return {
    toggle: () => toggle(pinOf(page, location)),
    go(number) {
      const pin = pins.at(number - 1);
      if (pin) location.assign(pin.url);
      else
        say(
          pins.length === 0
            ? 'Nothing is pinned yet. The key P pins what you read.'
            : `Nothing is pinned at ${number}.`,
        );
    },
  };
}
