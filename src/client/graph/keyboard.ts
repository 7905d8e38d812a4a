/** The map by keyboard: arrows move the selection along the ties, Enter opens, + and - zoom. */
import type { MapData, MapNode } from '../../map/model.ts';
import { labelOf } from '../../map/names.ts';
import { plural } from './state/ask.ts';
import type { MapView } from './view.ts';
import { ARROWS, busiest, neighbourTowards } from './state/arrow-keys.ts';

export interface KeyboardEvents {
  selected(): string | undefined;
  select(id: string): void;
  open(id: string): void;
  view(): MapView | undefined;
  announce(sentence: string): void;
}

const ZOOMS: Record<string, 'in' | 'out' | 'all'> = { '+': 'in', '=': 'in', '-': 'out', '0': 'all' };

export function moveByKeyboard(
  host: HTMLElement,
  { selected, select, open, view, announce }: KeyboardEvents,
): void {
  const arrive = (node: MapNode, places: MapData): void => {
    select(node.id);
    view()?.reveal(node.id);
    announce(sentenceOf(node, places));
  };
  host.addEventListener('keydown', (event) => {
    const shown = view();
    if (!shown || event.altKey || event.ctrlKey || event.metaKey) return;
    const id = selected();
    if (event.key in ARROWS) {
      const places = shown.places();
      const here = places.nodes.find((node) => node.id === id);
      const next = here ? neighbourTowards(places, here.id, ARROWS[event.key]) : busiest(places);
      if (next) arrive(next, places);
      else announce('Nothing lies that way.');
    } else if (event.key in ZOOMS) shown.zoom(ZOOMS[event.key]);
    else if (event.key === 'Enter' && id) open(id);
    else return;
    event.preventDefault();
  });
}

/** Calls back when Escape is pressed, wherever the focus is. */
export function onEscape(takeBack: () => void): void {
  document.addEventListener('keydown', ({ key, target }) => {
    // Fields and dialogs use Escape themselves.
    if (
      key === 'Escape' &&
      !document.querySelector('dialog[open]') &&
      !(target as HTMLElement).matches('input:not([type="checkbox"]), select')
    )
      takeBack();
  });
}

/** "FL_EDGE_BACKOFF, variable: points at 2 things, 5 point at it." */
export function sentenceOf(node: MapNode, { ties }: MapData): string {
  const others = (end: 'source' | 'target', other: 'source' | 'target'): number =>
    new Set(ties.filter((tie) => tie[end] === node.id).map((tie) => tie[other])).size;
  const [out, into] = [others('source', 'target'), others('target', 'source')];
  return `${labelOf(node)}, ${node.isMissing ? 'missing' : node.kind}: points at ${plural(out, 'thing')}, ${into === 1 ? '1 points' : `${into} point`} at it.`;
}
