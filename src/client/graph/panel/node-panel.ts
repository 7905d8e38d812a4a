/** The panel about the selected node: its facts, its findings, and its relations with their sentences. */
import { plural } from '#specgraph/text/lists';
import type { MapFinding, MapNode, TieKind } from '../../../map/model.ts';
import { labelOf } from '../../../map/names.ts';
import { button, make, replaceContent } from '../../element.ts';
import type { Relation } from '../canvas/scene-queries.ts';
import { isReadable } from '../matrix/cell.ts';
import type { Sentence } from '../state/sentences.ts';
import type { MapStore } from '../store.ts';
import type { PanelActions } from './actions.ts';
import { listWithRest } from './portions.ts';

/** Verbs for a tie, as seen from its source and from its target. */
export const VERBS: Record<TieKind, [forth: string, back: string]> = {
  refers: ['Refers to', 'Referred to by'],
  mentions: ['Mentions', 'Mentioned in'],
  introduces: ['Introduces', 'Introduced by'],
  satisfies: ['Satisfies', 'Satisfied by'],
  contains: ['Contains', 'Stands in'],
};

/** The largest number of listed relations with the same verb. */
const MAX_LISTED = 60;
/** Sentences of a relation that are shown at once. */
const FIRST_SENTENCES = 2;

export function fillPanel(body: HTMLElement, node: MapNode, store: MapStore, actions: PanelActions): void {
  const { from, to } = store.relationsOf(node.id);
  const sentences = (source: string, target: string): Sentence[] => store.sentences?.(source, target) ?? [];
  replaceContent(
    body,
    make('p', { class: `kicker node-${node.kind}` }, node.isMissing ? `missing ${node.kind}` : node.kind),
    make('h2', { tabIndex: -1 }, labelOf(node)),
    node.about && !labelOf(node).endsWith(node.about) ? make('p', { class: 'note' }, node.about) : '',
    facts(node),
    node.isMissing
      ? ''
      : make(
          'p',
          { class: 'panel-links' },
          make('a', { class: 'button button-small', href: node.url }, 'Open its page'),
        ),
    node.isMissing ? '' : questions(node, actions),
    ...findingsOf(store.findings.filter((finding) => finding.nodes.includes(node.id))),
    ...groups(node, to, 0, actions, (other) => sentences(node.id, other)),
    ...groups(node, from, 1, actions, (other) => sentences(other, node.id)),
  );
}

function facts({ values = [], phase }: MapNode): HTMLElement | string {
  const rows = [...values, ...(phase ? [['Since', `Phase ${phase}`]] : [])];
  return rows.length === 0
    ? ''
    : make(
        'dl',
        { class: 'panel-values' },
        ...rows.flatMap(([label, value]) => [make('dt', {}, label), make('dd', {}, value)]),
      );
}

function questions({ id }: MapNode, { ask }: Pick<PanelActions, 'ask'>): HTMLElement {
  return make(
    'div',
    { class: 'panel-questions', role: 'group', 'aria-label': 'Ask' },
    button('What to read again', () => ask({ kind: 'impact', of: id })),
    button('Neighbourhood', () => ask({ kind: 'near', of: id, depth: 1, way: 'both' })),
    button('Path from', () => ask({ kind: 'path', of: id, to: '' })),
    button('Path to', () => ask({ kind: 'path', of: '', to: id })),
  );
}

/** @param findings in the node */
function findingsOf(findings: readonly MapFinding[]): HTMLElement[] {
  return findings.length === 0
    ? []
    : [make('h3', {}, `Findings (${findings.length})`), findingList(findings)];
}

export function findingList(findings: readonly MapFinding[]): HTMLElement {
  return make(
    'ul',
    { class: 'panel-findings' },
    ...findings.map(({ message, suggestion, place, url, rule }) =>
      make(
        'li',
        {},
        make('p', {}, message),
        suggestion ? make('p', { class: 'note' }, suggestion) : '',
        make('p', { class: 'line' }, make('a', { href: url }, place), ` ${rule}`),
      ),
    ),
  );
}

/** Relations grouped by their verb. */
function groups(
  node: MapNode,
  relations: Relation[],
  side: 0 | 1,
  actions: PanelActions,
  sentencesWith: (otherId: string) => Sentence[],
): HTMLElement[] {
  return [...Map.groupBy(relations, ({ kind }) => kind)].flatMap(([kind, relationsOfKind]) => [
    make('h3', {}, `${VERBS[kind][side]} (${relationsOfKind.length})`),
    make(
      'ul',
      { class: 'relations' },
      ...relationsOfKind.slice(0, MAX_LISTED).map(({ node: other, count, kind: verb }) =>
        make(
          'li',
          {},
          make(
            'div',
            { class: 'relation-head' },
            button(
              labelOf(other),
              () => actions.select(other.id),
              `relation node-${other.kind}${other.isMissing ? ' missing' : ''}`,
            ),
            countElement(side === 0 ? [node, other] : [other, node], verb, count, actions),
          ),
          ...(kind === 'contains' ? [] : sentenceList(sentencesWith(other.id))),
        ),
      ),
    ),
    ...(relationsOfKind.length > MAX_LISTED
      ? [
          make(
            'p',
            { class: 'note' },
            `and ${(relationsOfKind.length - MAX_LISTED).toLocaleString('en')} more with fewer references`,
          ),
        ]
      : []),
  ]);
}

/** The number of references; between documents it is a button that shows them. */
function countElement(
  [source, target]: [MapNode, MapNode],
  kind: TieKind,
  count: number,
  { selectTie: pick }: PanelActions,
): HTMLElement {
  if (!isReadable({ source, target, kind })) return make('span', { class: 'count' }, String(count));
  const countButton = button(
    String(count),
    () => pick({ source: source.id, target: target.id }),
    'count link-button',
  );
  countButton.setAttribute(
    'aria-label',
    `${plural(count, 'reference')} from ${labelOf(source)} to ${labelOf(target)}`,
  );
  countButton.title = 'Read them';
  return countButton;
}

/** The first sentences; the others on demand. */
export function sentenceList(sentences: Sentence[]): HTMLElement[] {
  const item = ({ place, url, pieces }: Sentence): HTMLElement =>
    make(
      'li',
      {},
      make('q', {}, ...pieces.map((piece, i) => (i % 2 === 1 ? make('mark', {}, piece) : piece))),
      ' ',
      make('a', { href: url }, place),
    );
  const list = make('ul', { class: 'sentences' });
  return listWithRest(
    list,
    sentences.map((sentence) => () => item(sentence)),
    FIRST_SENTENCES,
    'link-button more',
  );
}
