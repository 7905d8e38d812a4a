/** The map by keyboard: arrows walk along the ties, Enter opens, + and - zoom. */
import type { MapData, MapNode } from '../../map/model.ts';
import { labelOf } from '../../map/names.ts';
import { plural } from './state/ask.ts';
import type { MapView } from './view.ts';
import { ARROWS, busiest, neighbourTowards } from './state/walk.ts';

export interface WalkEvents {
  selected(): string | undefined;
  select(id: string): void;
  open(id: string): void;
  view(): MapView | undefined;
  say(sentence: string): void;
}

const ZOOMS: Record<string, 'in' | 'out' | 'all'> = { '+': 'in', '=': 'in', '-': 'out', '0': 'all' };

export function walkByKeyboard(host: HTMLElement, { selected, select, open, view, say }: WalkEvents): void {
  const arrive = (node: MapNode, places: MapData): void => {
    select(node.id);
    view()?.reveal(node.id);
    say(sentenceOf(node, places));
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
      else say('Nothing lies that way.');
    } else if (event.key in ZOOMS) shown.zoom(ZOOMS[event.key]);
    else if (event.key === 'Enter' && id) open(id);
    else return;
    event.preventDefault();
  });
}

/** Lets go of what is selected or asked, wherever the focus is. */
export function whenEscaped(letGo: () => void): void {
  document.addEventListener('keydown', ({ key, target }) => {
    // In a field or a dialog Escape is its own.
    if (
      key === 'Escape' &&
      !document.querySelector('dialog[open]') &&
      !(target as HTMLElement).matches('input:not([type="checkbox"]), select')
    )
      letGo();
  });
}

/** "FL_EDGE_BACKOFF, variable: points at 2 things, 5 point at it." */
export function sentenceOf(node: MapNode, { ties }: MapData): string {
  const others = (end: 'source' | 'target', other: 'source' | 'target'): number =>
    new Set(ties.filter((tie) => tie[end] === node.id).map((tie) => tie[other])).size;
  const [out, into] = [others('source', 'target'), others('target', 'source')];
  return `${labelOf(node)}, ${node.ghost ? 'missing' : node.kind}: points at ${plural(out, 'thing')}, ${into === 1 ? '1 points' : `${into} point`} at it.`;
}
