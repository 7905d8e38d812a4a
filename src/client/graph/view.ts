/** What the views of the graph page have in common. */
import type { MapData, TieEnds } from '../../map/model.ts';
import type { Camera } from './state/camera.ts';
import type { MapState } from './state/state.ts';

export interface ViewEvents {
  /** A node's id, or undefined when empty ground is clicked. */
  select(id?: string): void;
  /** The line between two documents is chosen; views without such lines never say so. */
  pick?(tie: TieEnds): void;
  /** Go to the page of a node. */
  open(id: string): void;
  /** Something else is looked at, or all of it again: told when a movement has ended. */
  look(at?: Camera): void;
}

/**
 * @param host an element of fixed size; its content is replaced
 * @param from what the view before has shown and where, in the units of frame.ts: everything sets out from there
 */
export type CreateView = (
  host: HTMLElement,
  data: MapData,
  state: MapState,
  events: ViewEvents,
  from?: MapData,
) => MapView;

export interface MapView {
  /** @param data where more has been fetched since */
  update(state: MapState, data?: MapData): void;
  /** What is shown and where, in the units of frame.ts: what the arrow keys walk on, and where the next view sets out. */
  places(): MapData;
  /** Brings a node into view. */
  reveal(id: string): void;
  /** "in" and "out" zoom by a step, "all" shows everything where it belongs. */
  zoom(how: 'in' | 'out' | 'all'): void;
  destroy(): void;
}
