/** The panel about a node of a large map: its facts, its questions, and its outgoing and incoming references. */
import type { MapFinding, MapNode } from '../../../map/model.ts';
import { labelOf } from '../../../map/names.ts';
import type { PanelActions } from '../panel/actions.ts';
import { button, make } from '../../element.ts';
import { findingsOf, questions } from '../panel/node-panel.ts';
import type { Relation } from '../state/state.ts';

/** The largest number of listed relations in each direction. */
const MAX_LISTED = 40;

export function nodePanel(
  node: MapNode,
  { to, from }: { to: Relation[]; from: Relation[] },
  findings: readonly MapFinding[],
  actions: PanelActions,
): HTMLElement[] {
  return [
    make('p', { class: `kicker node-${node.kind}` }, node.kind),
    make('h2', { tabIndex: -1 }, labelOf(node)),
    make('p', { class: 'note' }, [node.about, node.facts].filter(Boolean).join('. ')),
    make(
      'p',
      { class: 'panel-links' },
      make('a', { class: 'button button-small', href: node.url }, 'Open its page'),
    ),
    questions(node, actions),
    ...findingsOf(findings),
    ...relations('Points at', to, actions),
    ...relations('Pointed at by', from, actions),
  ];
}

function relations(title: string, all: readonly Relation[], { select }: PanelActions): HTMLElement[] {
  if (all.length === 0) return [];
  const rest = all.length - MAX_LISTED;
  return [
    make('h3', {}, `${title} (${all.length.toLocaleString('en')})`),
    make(
      'ul',
      { class: 'relations' },
      ...all.slice(0, MAX_LISTED).map(({ node, count }) =>
        make(
          'li',
          {},
          make(
            'div',
            { class: 'relation-head' },
            button(labelOf(node), () => select(node.id), `relation node-${node.kind}`),
            make('span', { class: 'count' }, String(count)),
          ),
        ),
      ),
    ),
    ...(rest > 0
      ? [make('p', { class: 'note' }, `and ${rest.toLocaleString('en')} more with fewer references`)]
      : []),
  ];
}
