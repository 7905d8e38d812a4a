/** The keyboard shortcuts of every page, except those of the search (see search/mount.ts). */
import type { Pins } from '../pins/pins.ts';
import { characterKeyOf, characterKeysAreOn } from './character-keys.ts';

export function mountShortcuts(page: Document, pins: Pins): void {
  const openDialog = (): Promise<void> =>
    import('./shortcuts-dialog.ts').then(({ openShortcutsDialog }) => openShortcutsDialog(page));
  const onSection = (act: (keys: typeof import('./section-keys.ts')) => void): void =>
    void import('./section-keys.ts').then(act);
  const actions: Readonly<Record<string, (() => void) | undefined>> = {
    '?': () => void openDialog(),
    p: () => pins.toggle(),
    j: () => onSection(({ goToSection }) => goToSection(page, 1)),
    k: () => onSection(({ goToSection }) => goToSection(page, -1)),
    r: () => onSection(({ openReferences }) => openReferences(page)),
    f: () => onSection(({ filterContents }) => filterContents(page)),
  };
  const pinOf = (key: string): (() => void) | undefined =>
    /^[1-9]$/.test(key) ? () => pins.go(Number(key)) : undefined;
  for (const button of page.querySelectorAll('[data-keys]'))
    button.addEventListener('click', () => void openDialog());
  page.addEventListener('keydown', (event) => {
    const key = characterKeyOf(event);
    const act = key === undefined ? undefined : (actions[key.toLowerCase()] ?? pinOf(key));
    if (!act || !characterKeysAreOn()) return;
    event.preventDefault();
    act();
  });
}
