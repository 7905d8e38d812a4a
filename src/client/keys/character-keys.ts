/**
 * Shortcuts of a single character can be switched off: speech input would trigger them by accident.
 * Source: WCAG 2.2, success criterion 2.1.4 Character Key Shortcuts.
 */
import { browserStorage, type ReaderStorage } from '../storage.ts';

const SETTING = 'single-keys';

export function characterKeysAreOn(storage: ReaderStorage | undefined = browserStorage()): boolean {
  return storage?.getItem(SETTING) !== 'off';
}

export function setCharacterKeys(on: boolean, storage: ReaderStorage | undefined = browserStorage()): void {
  try {
    if (on) storage?.removeItem(SETTING);
    else storage?.setItem(SETTING, 'off');
  } catch {
    // The storage is full or forbidden: the setting stays as it was.
  }
}

/** The key of an event, if it is pressed without a modifier and outside of fields and open dialogs. */
export function characterKeyOf({
  key,
  target,
  ctrlKey,
  metaKey,
  altKey,
  defaultPrevented,
}: Pick<KeyboardEvent, 'key' | 'target' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented'>):
  string | undefined {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return undefined;
  return (target as Element).closest('input, textarea, select, [contenteditable], dialog[open]')
    ? undefined
    : key;
}
