/** The panel of an answer: its sentence, its list, and fields that change the question. */
import { groupImpactByDocument } from '#specgraph/query';
import { HEAD_KIND, traitsOf } from '../../../map/kinds.ts';
import type { MapNode } from '../../../map/model.ts';
import { labelOf, shortNameOf } from '../../../map/names.ts';
import { plural, type Answer, type AnswerStep, type Question, type Direction } from '../state/ask.ts';
import type { Details } from '../state/details.ts';
import { button, make, replaceContent } from '../../element.ts';
import type { PanelActions } from './actions.ts';
import { findingList, sentenceList, VERBS } from './node-panel.ts';
import { MAX_DEPTH } from '../state/state.ts';
import { nameOfId, type NodeLookup } from '../state/node-lookup.ts';

/** The number of nodes that are listed at once. */
const MAX_LISTED = 100;

const TITLES: Record<Question['kind'], string> = {
  near: 'Neighbourhood',
  path: 'Path',
  impact: 'Impact',
  findings: 'Findings',
};
const DIRECTION_LABELS: Record<Direction, string> = { both: 'in and out', in: 'incoming', out: 'outgoing' };

/** @param details undefined until they have been fetched */
export function fillAnswer(
  host: HTMLElement,
  lookup: NodeLookup,
  question: Question | undefined,
  answer: Answer | undefined,
  details: Details | undefined,
  actions: PanelActions,
): void {
  if (!question || !answer) return host.replaceChildren();
  const close = button('Close', () => actions.ask(), 'link-button');
  replaceContent(
    host,
    make('div', { class: 'answer-head' }, make('h2', { tabIndex: -1 }, TITLES[question.kind]), close),
    ...controls(lookup, question, actions),
    make('p', { class: 'answer-words' }, answer.summary),
    ...(question.kind === 'findings'
      ? [findingList(lookup.findings ?? [])]
      : question.kind === 'path'
        ? pathSteps(lookup, answer, details, actions)
        : question.kind === 'impact'
          ? documentsToRead(lookup, answer, details, actions)
          : levels(lookup, answer, actions)),
  );
}

function controls(lookup: NodeLookup, question: Question, { ask }: PanelActions): HTMLElement[] {
  if (question.kind === 'near') {
    const depthField = selectField(
      'Depth',
      Array.from({ length: MAX_DEPTH }, (_, i) => [String(i + 1), String(i + 1)]),
      String(question.depth),
      (value) => ask({ ...question, depth: Number(value) }),
    );
    const directionField = selectField(
      'References',
      Object.entries(DIRECTION_LABELS),
      question.way,
      (value) => ask({ ...question, way: value as Direction }),
    );
    return [make('div', { class: 'answer-controls' }, depthField, directionField)];
  }
  if (question.kind === 'path') {
    return [
      make(
        'div',
        { class: 'answer-controls' },
        nameField('From', lookup, question.of, (of) => ask({ ...question, of })),
        nameField('To', lookup, question.to, (to) => ask({ ...question, to })),
        question.of && question.to
          ? button('Swap', () => ask({ ...question, of: question.to, to: question.of }))
          : undefined,
      ),
    ];
  }
  return [];
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
function nameField(
  label: string,
  lookup: NodeLookup,
  id: string,
  onChange: (id: string) => void,
): HTMLElement {
  const list = make(
    'datalist',
    { id: `names-${label.toLowerCase()}` },
    ...lookup.suggestions().map((node) => make('option', { value: shortNameOf(node), label: labelOf(node) })),
  );
  const field = make('input', {
    value: id && nameOfId(lookup, id),
    placeholder: 'Name, or click it',
    autocomplete: 'off',
    spellcheck: false,
  });
  field.setAttribute('list', list.id);
  const chooseTypedName = (): void => {
    const typedName = field.value.trim();
    const foundNode = typedName ? lookup.findByName(typedName) : undefined;
    field.setCustomValidity(foundNode || !typedName ? '' : 'Nothing on the map has this name.');
    if (foundNode || !typedName) onChange(foundNode?.id ?? '');
    else field.reportValidity();
  };
  field.addEventListener('change', chooseTypedName);
  // After the field has been created again, the browser reports no change event for the text that was typed before.
  field.addEventListener('keydown', ({ key }) => void (key === 'Enter' && chooseTypedName()));
  return make('label', {}, make('span', {}, label), field, list);
}

/** Each step with the sentence of its reference. */
function pathSteps(
  lookup: NodeLookup,
  answer: Answer,
  details: Details | undefined,
  { select: onSelect }: PanelActions,
): HTMLElement[] {
  const name = (id: string): string => nameOfId(lookup, id);
  const sentencesOf = ({ source, target, kind }: AnswerStep): HTMLElement[] =>
    !source || !target || !kind
      ? []
      : [
          make('p', { class: 'note' }, `${name(source)} ${VERBS[kind][0].toLowerCase()} ${name(target)}`),
          ...sentenceList(details?.sentences(source, target) ?? []),
        ];
  return [
    make(
      'ol',
      { class: 'path-steps' },
      ...answer.steps.map((step) => make('li', {}, ...sentencesOf(step), entry(lookup, step.id, onSelect))),
    ),
  ];
}

/**
 * One foldable list for each document that must be read again: the places that refer to the target with their sentences
 * and links, then the number of places that are reached through others.
 */
function documentsToRead(
  lookup: NodeLookup,
  { steps }: Answer,
  details: Details | undefined,
  { select: onSelect }: PanelActions,
): HTMLElement[] {
  return groupImpactByDocument(steps).map(({ document, direct, indirect }) => {
    const node = document === undefined ? undefined : lookup.nodeOfAnswer(document);
    const body = make('div', { class: 'impact-places' });
    const place = ({ id, source, target }: AnswerStep, withSentences: boolean): HTMLElement =>
      make(
        'li',
        {},
        entry(lookup, id, onSelect),
        ...(withSentences && source && target ? sentenceList(details?.sentences(source, target) ?? []) : []),
      );
    const fill = (): void => {
      const [near, far] = [make('ul', { class: 'relations' }), make('ul', { class: 'relations' })];
      appendPage(
        near,
        direct.map((step) => () => place(step, true)),
      );
      appendPage(
        far,
        indirect.map((step) => () => place(step, false)),
      );
      const rest = make(
        'details',
        {},
        make('summary', {}, `${plural(indirect.length, 'place')} through others`),
        far,
      );
      body.replaceChildren(...(direct.length > 0 ? [near] : []), ...(indirect.length > 0 ? [rest] : []));
    };
    const counts = [
      direct.length > 0 && `${plural(direct.length, 'place')} directly`,
      indirect.length > 0 && `${indirect.length.toLocaleString('en')} through others`,
    ].filter(Boolean);
    const group = make(
      'details',
      { class: 'impact-document', open: direct.length > 0 },
      make(
        'summary',
        {},
        node && node.url !== '#'
          ? make('a', { href: node.url }, labelOf(node))
          : (document ?? 'Outside all documents'),
        ` ${counts.join(', ')}`,
      ),
      body,
    );
    if (group.open) fill();
    else group.addEventListener('toggle', fill, { once: true });
    return group;
  });
}

/** One foldable list for each distance, nearest first; a folded list is filled when it is unfolded. */
function levels(lookup: NodeLookup, answer: Answer, { select: onSelect }: PanelActions): HTMLElement[] {
  return [...Map.groupBy(answer.steps, ({ distance }) => distance)].map(([distance, own]) => {
    const list = make('ul', { class: 'relations' });
    const fill = (): void =>
      appendPage(
        list,
        own.map(
          ({ id }) =>
            () =>
              make('li', {}, entry(lookup, id, onSelect)),
        ),
      );
    const level = make(
      'details',
      { open: distance === 1 },
      make('summary', {}, `${plural(distance, 'step')} away (${own.length.toLocaleString('en')})`),
      list,
    );
    if (level.open) fill();
    else level.addEventListener('toggle', fill, { once: true });
    return level;
  });
}

/** The first items, and a button for as many more each time: there may be thousands. */
function appendPage(list: HTMLElement, items: (() => HTMLElement)[]): void {
  const [now, rest] = [items.slice(0, MAX_LISTED).map((item) => item()), items.slice(MAX_LISTED)];
  list.append(...now);
  if (rest.length === 0) return;
  const more = make(
    'li',
    {},
    button(
      `${rest.length.toLocaleString('en')} more`,
      () => {
        const at = list.children.length - 1;
        more.remove();
        appendPage(list, rest);
        list.children[at].querySelector('button')?.focus();
      },
      'link-button',
    ),
  );
  list.append(more);
}

function entry(lookup: NodeLookup, id: string, onSelect: (id: string) => void): HTMLElement {
  const node = lookup.nodeOfAnswer(id);
  return button(node ? longName(node) : id, () => onSelect(id), `relation node-${node?.kind ?? HEAD_KIND}`);
}

/** "spec/03 10o Edge Discovery Backoff": the number of a section alone says little. */
export function longName(node: MapNode): string {
  const { kind, name, number, title } = node;
  if (traitsOf(kind).isHeading && !traitsOf(kind).word && name && number) return `${name} ${title}`;
  // A section without a number is named by its title, in quotation marks.
  return (node.document && name?.replaceAll('"', '')) || labelOf(node);
}
