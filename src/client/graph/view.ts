/** The interface that all views of the graph page share. */
import type { MapData, TieEnds } from '../../map/model.ts';
import type { Camera } from './state/camera.ts';
import type { MapState } from './state/state.ts';

export interface ViewEvents {
  /** A node's id, or undefined when empty ground is clicked. */
  select(id?: string): void;
  /** The line between two documents has been selected; only views with such lines report it. */
  selectTie?(tie: TieEnds): void;
  /** Asks for the page of a node. */
  open(id: string): void;
  /** The visible part of the picture has changed; reported when a movement has ended. Undefined: everything is visible. */
  moveCamera(at?: Camera): void;
}

/**
 * @param host an element of fixed size; its content is replaced
 * @param from the nodes of the previous view with their places, in the units of frame.ts; transitions start there
 */
export type CreateView = (
  host: HTMLElement,
  data: MapData,
  state: MapState,
  events: ViewEvents,
  from?: MapData,
) => MapView;

export interface MapView {
  /** @param data the new data, if more has been fetched */
  update(state: MapState, data?: MapData): void;
  /** The visible nodes with their places, in the units of frame.ts: for the arrow keys and for the transition to the next view. */
  places(): MapData;
  /** Brings a node into view. */
  reveal(id: string): void;
  /** "in" and "out" zoom by a step; "all" shows the whole picture with every node at its own place. */
  zoom(how: 'in' | 'out' | 'all'): void;
  destroy(): void;
}
