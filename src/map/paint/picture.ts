/** What is painted: the map as it is seen at a moment. */
import type { Atlas } from '../atlas.ts';
import type { Shown, Size, Transform } from '../levels.ts';
import { radiusPx, type Name } from '../placed-names.ts';
import type { Circle } from '../region-layout.ts';

export interface Highlight {
  /** The node under the pointer or the selected one. */
  centre?: number;
  /** Indices of ties between regions. */
  regionTies: readonly number[];
  /** All highlighted nodes; undefined without a highlight. */
  nodes?: readonly number[];
  selected?: number;
  /** The nodes that a question names. */
  questionNodes?: ReadonlySet<number>;
  /** Lines between nodes: indices of their ends, in pairs. */
  lines?: ArrayLike<number>;
  /** The same for a path, which is drawn wider. */
  path?: ArrayLike<number>;
}

export interface Picture {
  atlas: Atlas;
  visible: Uint8Array;
  shown: Shown;
  transform: Transform;
  size: Size;
  highlight: Highlight;
  names: readonly Name[];
  /** Whether the map moves. */
  isMoving: boolean;
  /** The last phase that is shown: its documents are marked. */
  through?: number;
  /** Indices of the nodes that a save has just changed. */
  saved?: ReadonlySet<number>;
}

export const NO_HIGHLIGHT: Highlight = { regionTies: [] };

/** Middle and radius of the dot of a node, in pixels. */
export function placeOf({ atlas, transform: { k, x, y } }: Picture, node: number): Circle {
  const { scene } = atlas;
  return { x: k * scene.x[node] + x, y: k * scene.y[node] + y, r: radiusPx(atlas, node, k) };
}
