/** The map by keyboard: arrows move the selection along the ties, Enter opens, + and - zoom. */
import { plural } from '#specgraph/text/lists';
import type { MapNode } from '../../map/model.ts';
import { labelOf } from '../../map/names.ts';
import type { Relation } from './canvas/scene-queries.ts';
import type { MapView } from './view.ts';
import { ARROWS, mostConnectedNode, neighbourTowards } from './state/arrow-keys.ts';

export interface KeyboardEvents {
  selected(): string | undefined;
  select(id: string): void;
  open(id: string): void;
  view(): MapView | undefined;
  /** The node as a sentence. */
  describe(id: string): string | undefined;
  announce(sentence: string): void;
}

const ZOOM_KEYS: Record<string, 'in' | 'out' | 'all'> = { '+': 'in', '=': 'in', '-': 'out', '0': 'all' };

export function moveByKeyboard(
  host: HTMLElement,
  { selected, select, open, view, describe, announce }: KeyboardEvents,
): void {
  const selectAndReveal = (node: MapNode): void => {
    select(node.id);
    view()?.reveal(node.id);
    announce(describe(node.id) ?? '');
  };
  host.addEventListener('keydown', (event) => {
    const current = view();
    if (!current || event.altKey || event.ctrlKey || event.metaKey) return;
    const id = selected();
    if (event.key in ARROWS) {
      const places = current.places();
      const selectedNode = places.nodes.find((node) => node.id === id);
      const next = selectedNode
        ? neighbourTowards(places, selectedNode.id, ARROWS[event.key])
        : mostConnectedNode(places);
      if (next) selectAndReveal(next);
      else announce('Nothing lies that way.');
    } else if (event.key in ZOOM_KEYS) current.zoom(ZOOM_KEYS[event.key]);
    else if (event.key === 'Enter' && id) open(id);
    else return;
    event.preventDefault();
  });
}

/** Calls back when Escape is pressed, wherever the focus is. */
export function onEscape(onPress: () => void): void {
  document.addEventListener('keydown', ({ key, target }) => {
    // Fields and dialogs use Escape themselves.
    if (
      key === 'Escape' &&
      !document.querySelector('dialog[open]') &&
      !(target as HTMLElement).matches('input:not([type="checkbox"]), select')
    )
      onPress();
  });
}

/** "FL_EDGE_BACKOFF, variable: points at 2 things, 5 point at it." */
export function describeNode(
  node: MapNode,
  { to, from }: { to: readonly Relation[]; from: readonly Relation[] },
): string {
  const countOthers = (relations: readonly Relation[]): number =>
    new Set(relations.map((relation) => relation.node.id)).size;
  const [out, into] = [countOthers(to), countOthers(from)];
  return `${labelOf(node)}, ${node.isMissing ? 'missing' : node.kind}: points at ${plural(out, 'thing')}, ${into === 1 ? '1 points' : `${into} point`} at it.`;
}
