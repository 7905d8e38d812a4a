/** The panel of an answer: its sentence, its list, and fields that change the question. */
import { labelOf } from '../../../map/names.ts';
import { button, make, replaceContent } from '../../element.ts';
import type { Answer, Direction, Question } from '../state/ask.ts';
import { MAX_DEPTH } from '../state/state.ts';
import type { MapStore } from '../store.ts';
import type { PanelActions } from './actions.ts';
import { changedNodes, documentsToRead, levels, pathSteps } from './answer-lists.ts';
import { findingList } from './node-panel.ts';

const TITLES: Record<Question['kind'], string> = {
  near: 'Neighbourhood',
  path: 'Path',
  impact: 'What to read again',
  findings: 'Findings',
  since: 'Changes',
};
const DIRECTION_LABELS: Record<Direction, string> = { both: 'in and out', in: 'incoming', out: 'outgoing' };

export function fillAnswer(
  host: HTMLElement,
  store: MapStore,
  question: Question | undefined,
  answer: Answer | undefined,
  actions: PanelActions,
): void {
  if (!question || !answer) return host.replaceChildren();
  const close = button('Close', () => actions.ask(), 'link-button');
  replaceContent(
    host,
    make('div', { class: 'answer-head' }, make('h2', { tabIndex: -1 }, TITLES[question.kind]), close),
    ...controls(store, question, actions),
    make('p', { class: 'answer-words' }, answer.summary),
    ...listOf(store, question, answer, actions),
  );
}

function listOf(store: MapStore, question: Question, answer: Answer, actions: PanelActions): HTMLElement[] {
  switch (question.kind) {
    case 'findings':
      return [findingList(store.findings)];
    case 'since':
      return changedNodes(store, answer, actions);
    case 'path':
      return pathSteps(store, answer, actions);
    case 'impact':
      return documentsToRead(store, answer, actions);
    case 'near':
      return levels(store, answer, actions);
  }
}

function controls(store: MapStore, question: Question, { ask }: PanelActions): HTMLElement[] {
  const bar = (...fields: (HTMLElement | undefined)[]): HTMLElement[] => [
    make('div', { class: 'answer-controls' }, ...fields),
  ];
  switch (question.kind) {
    case 'near':
      return bar(
        nameField('Of', store, question.of, (of) => ask({ ...question, of })),
        selectField(
          'Depth',
          Array.from({ length: MAX_DEPTH }, (_, i) => [String(i + 1), String(i + 1)]),
          String(question.depth),
          (value) => ask({ ...question, depth: Number(value) }),
        ),
        selectField('References', Object.entries(DIRECTION_LABELS), question.way, (value) =>
          ask({ ...question, way: value as Direction }),
        ),
      );
    case 'impact':
      return bar(nameField('When this changes', store, question.of, (of) => ask({ ...question, of })));
    case 'path':
      return bar(
        nameField('From', store, question.of, (of) => ask({ ...question, of })),
        nameField('To', store, question.to, (to) => ask({ ...question, to })),
        question.of && question.to
          ? button('Swap', () => ask({ ...question, of: question.to, to: question.of }))
          : undefined,
      );
    default:
      return [];
  }
}

function selectField(
  label: string,
  options: [string, string][],
  value: string,
  onChange: (value: string) => void,
): HTMLElement {
  const field = make(
    'select',
    {},
    ...options.map(([own, text]) => make('option', { value: own, selected: own === value }, text)),
  );
  field.addEventListener('change', () => onChange(field.value));
  return make('label', {}, make('span', {}, label), field);
}

/** A field for the name of a node. */
function nameField(label: string, store: MapStore, id: string, onChange: (id: string) => void): HTMLElement {
  const list = make(
    'datalist',
    { id: `names-${label.toLowerCase().replaceAll(' ', '-')}` },
    ...store.suggestions().map((node) => make('option', { value: labelOf(node) })),
  );
  const field = make('input', {
    value: nameOfId(store, id),
    placeholder: 'Name or number, or click it',
    autocomplete: 'off',
    spellcheck: false,
  });
  field.setAttribute('list', list.id);
  const chooseTypedName = async (): Promise<void> => {
    const typedName = field.value.trim();
    const foundNode = typedName ? await store.findByName(typedName) : undefined;
    field.setCustomValidity(foundNode || !typedName ? '' : 'Nothing in the specification has this name.');
    if (typedName && !foundNode) return void field.reportValidity();
    const chosen = foundNode?.id ?? '';
    if (chosen !== id) onChange(chosen);
  };
  let lastRead = field.value;
  const chooseNewText = async (): Promise<void> => {
    // A field that is being replaced loses the focus too. Its text goes on in the new field.
    await Promise.resolve();
    if (!field.isConnected || field.value === lastRead) return;
    lastRead = field.value;
    await chooseTypedName();
  };
  field.addEventListener('change', () => void chooseNewText());
  // The browser reports no change of a text that was typed before the field was created again.
  field.addEventListener('blur', () => void chooseNewText());
  field.addEventListener('keydown', ({ key }) => void (key === 'Enter' && void chooseTypedName()));
  return make('label', {}, make('span', {}, label), field, list);
}

function nameOfId(store: MapStore, id: string): string {
  const node = id ? store.nodeOfAnswer(id) : undefined;
  return node ? labelOf(node) : id;
}
