/** The interface that the map and the matrix share. */
import type { MapData, TieEnds } from '../../map/model.ts';
import type { Camera } from './state/camera.ts';

export interface ViewEvents {
  /** A node's id, or undefined when empty ground is clicked. */
  select(id?: string): void;
  /** The references between two documents have been chosen. @param hasFocus whether the panel gets the focus */
  selectTie?(tie: TieEnds, hasFocus?: boolean): void;
  /** Asks for the page of a node. */
  open(id: string): void;
  /** The visible part of the picture has changed; reported when a movement has ended. Undefined: everything is visible. */
  moveCamera(at?: Camera): void;
}

export interface MapView {
  /** The visible nodes with their places, in units of the view, for the arrow keys. */
  places(): MapData;
  /** Brings a node into view. */
  reveal(id: string): void;
  /** "in" and "out" zoom by a step; "all" shows the whole picture. */
  zoom(how: 'in' | 'out' | 'all'): void;
  /** Gives the focus back to a tie whose references were listed. */
  focusTie?(tie: TieEnds): void;
  destroy(): void;
}
