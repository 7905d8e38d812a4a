/** The panel about the references from one document to another: the demands of contracts on them, and their sentences. */
import type { MatrixData, MatrixDemand, MatrixSentence } from '../../../map/matrix-model.ts';
import { labelOf } from '../../../map/names.ts';
import { button, make, replaceContent } from '../../element.ts';
import type { Cell } from '../matrix/cell.ts';
import { listWithRest } from './portions.ts';

/** Sentences that are shown at once. */
const FIRST_SENTENCES = 12;

export interface TieActions {
  select(id: string): void;
  close(): void;
  /** Shows the cell of the opposite direction. */
  showOpposite(): void;
}

/** @param data undefined until it has been fetched, null where that failed */
export function fillTie(
  body: HTMLElement,
  { from, to, count, id, mark, demands }: Cell,
  data: MatrixData | undefined | null,
  actions: TieActions,
): void {
  const endItem = (node: Cell['from']): HTMLElement =>
    make(
      'li',
      {},
      button(labelOf(node), () => actions.select(node.id), `relation node-${node.kind}`),
    );
  const sentences = data?.sentences[id] ?? [];
  const list = make(
    'section',
    { class: 'tie-list', 'aria-label': 'References of the line' },
    make(
      'div',
      { class: 'matrix-list-head' },
      make(
        'h2',
        { tabIndex: -1 },
        labelOf(from),
        make('span', { class: 'matrix-verb' }, count > 0 ? ' refers to ' : ' does not refer to '),
        labelOf(to),
      ),
      button('The way back', actions.showOpposite),
      button('Close', actions.close),
    ),
    make(
      'p',
      { class: 'note' },
      count > 0
        ? countSentence(count, sentences.length)
        : mark === 'one-way'
          ? `${labelOf(to)} refers to it.`
          : 'No reference.',
    ),
    ...demands.map(demandElement),
    data === null ? make('p', { class: 'note' }, 'The sentences could not be fetched.') : '',
    ...listWithRest(
      make('ol', { class: 'matrix-sentences' }),
      sentences.map((sentence) => () => sentenceItem(sentence)),
      FIRST_SENTENCES,
    ),
  );
  replaceContent(
    body,
    list,
    make('h3', {}, 'Its ends'),
    make('ul', { class: 'relations' }, endItem(from), endItem(to)),
  );
}

function countSentence(count: number, sentences: number): string {
  const references = `${count} reference${count === 1 ? '' : 's'}`;
  return sentences > 0
    ? `${references} in ${sentences} sentence${sentences === 1 ? '' : 's'} or rows.`
    : `${references}.`;
}

function demandElement({ text, ok, by, url }: MatrixDemand): HTMLElement {
  return make(
    'p',
    { class: 'matrix-demand' },
    make('span', { class: `state state-${ok ? 'good' : 'bad'}` }, ok ? 'Kept' : 'Not kept'),
    ' ',
    url ? make('a', { href: url }, by) : by,
    ` promises: ${text}`,
  );
}

function sentenceItem({ place, url, pieces: [before, words, after], targets }: MatrixSentence): HTMLElement {
  return make(
    'li',
    {},
    make(
      'p',
      { class: 'matrix-place' },
      make('a', { href: url }, place),
      ' → ',
      ...targets.flatMap(({ label, url: target }, i) => [
        i > 0 ? ', ' : '',
        make('a', { href: target }, label),
      ]),
    ),
    make('p', {}, before, make('mark', {}, words), after),
  );
}
