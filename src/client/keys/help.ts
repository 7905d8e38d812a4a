/** The dialog that lists the keys. */
import '../../styles/keys.css';
import { make } from '../element.ts';
import { singleKeysAreOn, switchSingleKeys } from './single-keys.ts';

/** Keys, and what they do; "/" alone is one of two ways. */
const EVERYWHERE: readonly [keys: string[], does: string][] = [
  [['/', 'Ctrl K'], 'search variables, sections, documents'],
  [['P'], 'pin the section that you read, or let go of it'],
  [['1', '9'], 'go to what is pinned'],
  [['?'], 'this list'],
  [['Esc'], 'close what is open, let go of what is selected'],
];
const GRAPH: readonly [keys: string[], does: string][] = [
  [['←', '↑', '→', '↓'], 'walk along the lines, or from cell to cell'],
  [['Enter'], 'open the page of what is selected'],
  [['+', '−'], 'zoom'],
];

export function openHelp(page: Document): void {
  const dialog =
    page.querySelector<HTMLDialogElement>('dialog.keys') ?? page.body.appendChild(createHelp(page));
  if (!dialog.open) dialog.showModal();
}

function createHelp(page: Document): HTMLDialogElement {
  const single = make('input', { type: 'checkbox', checked: singleKeysAreOn() });
  single.addEventListener('change', () => switchSingleKeys(single.checked));
  const dialog = make(
    'dialog',
    { class: 'keys', 'aria-labelledby': 'keys-title' },
    make(
      'form',
      { method: 'dialog', class: 'keys-head' },
      make('h2', { id: 'keys-title' }, 'Keyboard'),
      make('button', { class: 'button button-small' }, 'Close'),
    ),
    listOf(EVERYWHERE),
    ...(page.querySelector('[data-graph-page]') ? [make('h3', {}, 'In the graph'), listOf(GRAPH)] : []),
    make(
      'label',
      { class: 'keys-single' },
      single,
      ' Keys without Ctrl (off for those who speak to their browser)',
    ),
  );
  // A click beside it closes it.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  return dialog;
}

function listOf(keys: typeof EVERYWHERE): HTMLElement {
  const between = (names: readonly string[]): string =>
    names[0] === '1' ? ' to ' : names.length === 2 ? ' or ' : ' ';
  return make(
    'dl',
    {},
    ...keys.map(([names, does]) =>
      make(
        'div',
        {},
        make(
          'dt',
          {},
          ...names.flatMap((name, i) => [...(i > 0 ? [between(names)] : []), make('kbd', {}, name)]),
        ),
        make('dd', {}, does),
      ),
    ),
  );
}
