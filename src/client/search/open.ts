/** Opens the search dialog; the search itself is fetched when it is first wanted, or when a pointer or the focus comes near. */
import { singleKey, singleKeysAreOn } from '../keys/single-keys.ts';
import type { Search } from './dialog.ts';

export function offerSearch(page: Document): void {
  const dialog = page.getElementById('search') as HTMLDialogElement | null;
  if (!dialog) return;
  let search: Promise<Search> | undefined;
  const fetched = (): Promise<Search> => {
    search ??= import('./dialog.ts').then(({ createSearch }) => createSearch(dialog));
    return search;
  };
  const open = async (query?: string): Promise<void> => {
    // Shown at once: letters typed while the search is being fetched land in its field.
    if (!dialog.open) {
      dialog.showModal();
      dialog.querySelector('input')!.select();
    }
    (await fetched()).open(query);
  };
  const prepare = (): void => void fetched().then((ready) => ready.prepare());
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-search]')) {
    button.hidden = false;
    button.addEventListener('click', () => void open());
    for (const sign of ['pointerenter', 'focus']) button.addEventListener(sign, prepare, { once: true });
  }
  page.addEventListener('keydown', (event) => {
    const slash = singleKey(event) === '/' && singleKeysAreOn();
    const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!slash && !k) return;
    event.preventDefault();
    void open();
  });
  const query = new URLSearchParams(location.search).get('q');
  // A page with its own table keeps `q` for itself.
  if (query !== null && !page.querySelector('[data-own-query]')) void open(query);
}
