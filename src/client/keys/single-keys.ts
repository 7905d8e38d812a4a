/**
 * Keys without Ctrl can be switched off: who dictates would press them by speaking.
 * Source: WCAG 2.2, success criterion 2.1.4 Character Key Shortcuts.
 */
import { browserShelf, type Shelf } from '../storage.ts';

const KEY = 'single-keys';

export function singleKeysAreOn(shelf: Shelf | undefined = browserShelf()): boolean {
  return shelf?.getItem(KEY) !== 'off';
}

export function switchSingleKeys(on: boolean, shelf: Shelf | undefined = browserShelf()): void {
  try {
    if (on) shelf?.removeItem(KEY);
    else shelf?.setItem(KEY, 'off');
  } catch {
    // A storage that keeps nothing leaves the keys as they were.
  }
}

/** The key of an event that is meant for the page: alone, and not typed into something or used by it. */
export function singleKey({
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
