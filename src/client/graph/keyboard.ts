/** The map by keyboard: arrows move the selection along the ties, Enter opens, + and - zoom. */
import type { MapData, MapNode } from '../../map/model.ts';
import { labelOf } from '../../map/names.ts';
import { plural } from './state/ask.ts';
import type { MapView } from './view.ts';
import { ARROWS, mostConnectedNode, neighbourTowards } from './state/arrow-keys.ts';

export interface KeyboardEvents {
  selected(): string | undefined;
  select(id: string): void;
  open(id: string): void;
  view(): MapView | undefined;
  announce(sentence: string): void;
}

const ZOOM_KEYS: Record<string, 'in' | 'out' | 'all'> = { '+': 'in', '=': 'in', '-': 'out', '0': 'all' };

export function moveByKeyboard(
  host: HTMLElement,
  { selected, select, open, view, announce }: KeyboardEvents,
): void {
  const selectAndReveal = (node: MapNode, places: MapData): void => {
    select(node.id);
    view()?.reveal(node.id);
    announce(describeNode(node, places));
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
      if (next) selectAndReveal(next, places);
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
export function describeNode(node: MapNode, { ties }: MapData): string {
  const countOthers = (end: 'source' | 'target', other: 'source' | 'target'): number =>
    new Set(ties.filter((tie) => tie[end] === node.id).map((tie) => tie[other])).size;
  const [out, into] = [countOthers('source', 'target'), countOthers('target', 'source')];
  return `${labelOf(node)}, ${node.isMissing ? 'missing' : node.kind}: points at ${plural(out, 'thing')}, ${into === 1 ? '1 points' : `${into} point`} at it.`;
}
