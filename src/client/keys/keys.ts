/** The keys of every page, but for those of the search. */
import type { Pins } from '../pins/pins.ts';
import { singleKey, singleKeysAreOn } from './single-keys.ts';

export function offerKeys(page: Document, pins: Pins): void {
  const help = (): Promise<void> => import('./help.ts').then(({ openHelp }) => openHelp(page));
  for (const button of page.querySelectorAll('[data-keys]'))
    button.addEventListener('click', () => void help());
  page.addEventListener('keydown', (event) => {
    const key = singleKey(event);
    if (key === undefined || !/^[?pP1-9]$/.test(key) || !singleKeysAreOn()) return;
    event.preventDefault();
    if (key === '?') void help();
    else if (/\d/.test(key)) pins.go(Number(key));
    else pins.toggle();
  });
}
