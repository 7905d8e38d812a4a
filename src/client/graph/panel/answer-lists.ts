/** The lists of answers: documents to read again, the steps of a path, a neighbourhood by distance, changes. */
import { groupImpactByDocument } from '#specgraph/query';
import { plural } from '#specgraph/text/lists';
import { HEAD_KIND } from '../../../map/kinds.ts';
import { labelOf } from '../../../map/names.ts';
import { button, make } from '../../element.ts';
import type { Answer, AnswerStep } from '../state/ask.ts';
import type { MapStore } from '../store.ts';
import type { PanelActions } from './actions.ts';
import { sentenceList, VERBS } from './node-panel.ts';
import { appendPage } from './portions.ts';

/** Each step with the sentence of its reference. */
export function pathSteps(
  store: MapStore,
  answer: Answer,
  { select: onSelect }: PanelActions,
): HTMLElement[] {
  const name = (id: string): string => labelOfId(store, id);
  const sentencesOf = ({ source, target, kind }: AnswerStep): HTMLElement[] =>
    !source || !target || !kind
      ? []
      : [
          make('p', { class: 'note' }, `${name(source)} ${VERBS[kind][0].toLowerCase()} ${name(target)}`),
          ...sentenceList(store.sentences?.(source, target) ?? []),
        ];
  return [
    make(
      'ol',
      { class: 'path-steps' },
      ...answer.steps.map((step) => make('li', {}, ...sentencesOf(step), entry(store, step.id, onSelect))),
    ),
  ];
}

/**
 * One foldable list for each document that must be read again: the places that refer to the target with their sentences
 * and links, then the number of places that are reached through others.
 */
export function documentsToRead(
  store: MapStore,
  { steps }: Answer,
  { select: onSelect }: PanelActions,
): HTMLElement[] {
  return groupImpactByDocument(steps).map(({ document, direct, indirect }) => {
    const node = document === undefined ? undefined : store.nodeOfAnswer(document);
    const body = make('div', { class: 'impact-places' });
    const place = ({ id, source, target }: AnswerStep, withSentences: boolean): HTMLElement =>
      make(
        'li',
        {},
        entry(store, id, onSelect),
        ...(withSentences && source && target ? sentenceList(store.sentences?.(source, target) ?? []) : []),
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
export function levels(store: MapStore, answer: Answer, { select: onSelect }: PanelActions): HTMLElement[] {
  return [...Map.groupBy(answer.steps, ({ distance }) => distance)].map(([distance, own]) => {
    const list = make('ul', { class: 'relations' });
    const fill = (): void =>
      appendPage(
        list,
        own.map(
          ({ id }) =>
            () =>
              make('li', {}, entry(store, id, onSelect)),
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

/** The changed nodes, each with what changed. */
export function changedNodes(store: MapStore, { steps }: Answer, { select }: PanelActions): HTMLElement[] {
  const list = make('ul', { class: 'relations' });
  appendPage(
    list,
    steps.map(
      ({ id, words = '' }) =>
        () =>
          make('li', {}, entry(store, id, select), make('p', { class: 'note' }, words)),
    ),
  );
  return [list];
}

function entry(store: MapStore, id: string, onSelect: (id: string) => void): HTMLElement {
  return button(
    labelOfId(store, id),
    () => onSelect(id),
    `relation node-${store.nodeOfAnswer(id)?.kind ?? HEAD_KIND}`,
  );
}

function labelOfId(store: MapStore, id: string): string {
  const node = store.nodeOfAnswer(id);
  return node ? labelOf(node) : id;
}
