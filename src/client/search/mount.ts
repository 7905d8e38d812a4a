/** Mounts the search. Its code is loaded when the dialog first opens, or when pointer or focus reach a search button. */
import { characterKeyOf, characterKeysAreOn } from '../keys/character-keys.ts';
import type { SearchDialog } from './dialog.ts';

export function mountSearch(page: Document): void {
  const dialog = page.getElementById('page:search') as HTMLDialogElement | null;
  if (!dialog) return;
  let search: Promise<SearchDialog> | undefined;
  const load = (): Promise<SearchDialog> => {
    search ??= import('./dialog.ts').then(({ createSearchDialog }) => createSearchDialog(dialog));
    return search;
  };
  const open = async (query?: string): Promise<void> => {
    // The dialog is shown at once, so that letters typed while the search is loading go into its field.
    if (!dialog.open) {
      dialog.showModal();
      dialog.querySelector('input')!.select();
    }
    (await load()).open(query);
  };
  const prepare = (): void => void load().then((search) => search.prepare());
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-search]')) {
    button.hidden = false;
    button.addEventListener('click', () => void open());
    for (const type of ['pointerenter', 'focus']) button.addEventListener(type, prepare, { once: true });
  }
  page.addEventListener('keydown', (event) => {
    const isSlash = characterKeyOf(event) === '/' && characterKeysAreOn();
    const isCtrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!isSlash && !isCtrlK) return;
    event.preventDefault();
    void open();
  });
  const query = new URLSearchParams(location.search).get('q');
  // Pages with a search field of their own use the parameter `q` themselves.
  if (query !== null && !page.querySelector('[data-own-query]')) void open(query);
}
