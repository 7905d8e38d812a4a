/** The dialog that lists the keyboard shortcuts. */
import '../../styles/keys.css';
import { make } from '../element.ts';
import { characterKeysAreOn, setCharacterKeys } from './character-keys.ts';

/** Keys and what they do. Several keys in a list are alternatives. */
const ON_EVERY_PAGE: readonly [keys: string[], action: string][] = [
  [['/', 'Ctrl K'], 'search variables, sections, documents'],
  [['J', 'K'], 'go to the next section, or to the one before'],
  [['R'], 'open the references to the section that you are reading'],
  [['F'], 'filter the contents of the page'],
  [['P'], 'pin the section that you are reading, or unpin it'],
  [['1', '9'], 'go to a pinned section'],
  [['?'], 'show this list'],
  [['Esc'], 'close what is open, clear the selection'],
];
const ON_GRAPH_PAGE: typeof ON_EVERY_PAGE = [
  [['←', '↑', '→', '↓'], 'move the selection along the lines, or from cell to cell'],
  [['Enter'], 'open the page of the selected item'],
  [['+', '−'], 'zoom'],
];

export function openShortcutsDialog(page: Document): void {
  const dialog =
    page.querySelector<HTMLDialogElement>('dialog.keys') ?? page.body.appendChild(createDialog(page));
  if (!dialog.open) dialog.showModal();
}

function createDialog(page: Document): HTMLDialogElement {
  const characterKeys = make('input', { type: 'checkbox', checked: characterKeysAreOn() });
  characterKeys.addEventListener('change', () => setCharacterKeys(characterKeys.checked));
  const dialog = make(
    'dialog',
    { class: 'keys', 'aria-labelledby': 'page:keys' },
    make(
      'form',
      { method: 'dialog', class: 'keys-head' },
      make('h2', { id: 'page:keys' }, 'Keyboard'),
      make('button', { class: 'button button-small' }, 'Close'),
    ),
    listOf(ON_EVERY_PAGE),
    ...(page.querySelector('[data-graph-page]')
      ? [make('h3', {}, 'In the graph'), listOf(ON_GRAPH_PAGE)]
      : []),
    make(
      'label',
      { class: 'keys-single' },
      characterKeys,
      ' Keys without Ctrl (switch them off if you use speech input)',
    ),
  );
  // A click on the backdrop closes the dialog.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  return dialog;
}

function listOf(shortcuts: typeof ON_EVERY_PAGE): HTMLElement {
  const separator = (keys: readonly string[]): string =>
    keys[0] === '1' ? ' to ' : keys.length === 2 ? ' or ' : ' ';
  return make(
    'dl',
    {},
    ...shortcuts.map(([keys, action]) =>
      make(
        'div',
        {},
        make(
          'dt',
          {},
          ...keys.flatMap((key, i) => [...(i > 0 ? [separator(keys)] : []), make('kbd', {}, key)]),
        ),
        make('dd', {}, action),
      ),
    ),
  );
}
