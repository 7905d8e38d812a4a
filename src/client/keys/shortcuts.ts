/** The keyboard shortcuts of every page, except those of the search (see search/mount.ts). */
import type { Pins } from '../pins/pins.ts';
import { characterKeyOf, characterKeysAreOn } from './character-keys.ts';

export function mountShortcuts(page: Document, pins: Pins): void {
  const openDialog = (): Promise<void> =>
    import('./shortcuts-dialog.ts').then(({ openShortcutsDialog }) => openShortcutsDialog(page));
  for (const button of page.querySelectorAll('[data-keys]'))
    button.addEventListener('click', () => void openDialog());
  page.addEventListener('keydown', (event) => {
    const key = characterKeyOf(event);
    if (key === undefined || !/^[?pP1-9]$/.test(key) || !characterKeysAreOn()) return;
    event.preventDefault();
    if (key === '?') void openDialog();
    else if (/\d/.test(key)) pins.go(Number(key));
    else pins.toggle();
  });
}
