/** The map once its data have arrived: what is visible and highlighted, what is at a place, and the picture of a moment. Pure. */
import { Atlas, type Filters } from '../../../map/atlas.ts';
import { visibleParts, type Shown, type Size, type Transform } from '../../../map/levels.ts';
import type { MapData, TieEnds } from '../../../map/model.ts';
import { labelOf } from '../../../map/names.ts';
import { NO_HIGHLIGHT, type Highlight, type Picture } from '../../../map/paint/picture.ts';
import { placeNames } from '../../../map/placed-names.ts';
import type { Circle } from '../../../map/region-layout.ts';
import type { Scene } from '../../../map/scene.ts';
import type { MapState } from '../state/state.ts';
import { placeGuests } from './guests.ts';
import { createPicker, findGroup, findTie, type Picker } from './picker.ts';
import { describeGroup, describeTie, nodesInPicture, reachableByArrows } from './scene-queries.ts';

/** What is seen of the map. */
export interface Sight {
  transform: Transform;
  size: Size;
  isMoving: boolean;
}

const EMPTY: MapData = { nodes: [], ties: [] };

export class LoadedMap {
  readonly atlas: Atlas;
  /** 1 for each node that passes the filters. */
  visible: Uint8Array;
  private highlight: Highlight = NO_HIGHLIGHT;
  private readonly pick: Picker;
  /** Hidden nodes that are shown all the same, with the places to which they return. */
  private readonly guests = new Map<number, { x: number; y: number }>();
  /** What the last picture shows. */
  private shown: Shown | undefined;

  constructor(scene: Scene, filters: Filters) {
    this.atlas = new Atlas(scene);
    this.pick = createPicker(scene);
    this.visible = this.atlas.visible(filters);
  }

  /** Highlights nodes; those that the filters hide get places, and those of the last highlight lose theirs. */
  setHighlight(highlight: Highlight): void {
    const { atlas, visible, guests } = this;
    const { x, y } = atlas.scene;
    for (const [node, place] of guests) [x[node], y[node]] = [place.x, place.y];
    guests.clear();
    const hidden = (highlight.nodes ?? []).filter((node) => !visible[node] && !atlas.isHead(node));
    const centre = highlight.centre ?? highlight.questionNodes?.values().next().value ?? -1;
    for (const [node, place] of placeGuests(atlas, hidden, centre)) {
      guests.set(node, { x: x[node], y: y[node] });
      [x[node], y[node]] = [place.x, place.y];
    }
    const isShown = (node: number): boolean => visible[node] === 1 || atlas.isHead(node) || guests.has(node);
    this.highlight = { ...highlight, nodes: highlight.nodes?.filter(isShown) };
  }

  /** Index of the node at a place in pixels; -1 for none. In a closed group, only highlighted nodes are found. */
  nodeAt(left: number, top: number, transform: Transform): number {
    const node = this.pick(left, top, transform, this.visible, this.highlight.nodes);
    const isPattern = this.shown?.areGroupsClosed && !this.highlight.nodes?.includes(node);
    return isPattern ? -1 : node;
  }

  /** The tie between two documents at a place in pixels. */
  tieAt(left: number, top: number, transform: Transform): TieEnds | undefined {
    const { shown, highlight, atlas } = this;
    const ties = highlight.nodes ? highlight.regionTies : shown?.regionTies;
    return ties && findTie(atlas, ties, { x: left, y: top }, transform);
  }

  /** The closed group at a place in pixels; undefined where none is, or where its documents are shown. */
  groupAt(left: number, top: number, transform: Transform): Circle | undefined {
    return this.shown?.areGroupsClosed
      ? this.atlas.scene.groups[findGroup(this.atlas.scene, left, top, transform)]
      : undefined;
  }

  /** What is at a place, in words: whatever is drawn can be named, also where its name found no room. */
  describe(node: number, tie?: TieEnds, group?: Circle): string {
    const { atlas } = this;
    if (group) return describeGroup(atlas, atlas.scene.groups.indexOf(group));
    return node >= 0 ? labelOf(atlas.nodeWithDocument(node)) : tie ? describeTie(atlas, tie) : '';
  }

  /** The nodes for the arrow keys. */
  places(selected: string | undefined): MapData {
    const { atlas, visible, shown, highlight } = this;
    return shown ? reachableByArrows(atlas, visible, shown, highlight, selected) : EMPTY;
  }

  /** Everything in the last picture with all its ties, whether they are drawn or not. */
  nodesInPicture(): MapData {
    const { atlas, visible, shown, highlight } = this;
    return shown ? nodesInPicture(atlas, visible, shown, highlight.nodes) : EMPTY;
  }

  pictureOf(sight: Sight, { hasWeakTies, through }: MapState, saved?: ReadonlySet<number>): Picture {
    const { atlas, visible, highlight } = this;
    const { transform, size, isMoving } = sight;
    const shown = visibleParts(atlas.scene, visible, transform, size, hasWeakTies);
    const names = placeNames(atlas, visible, shown, transform, size, highlight.nodes, isMoving);
    this.shown = shown;
    return { atlas, visible, shown, highlight, names, ...sight, saved, through };
  }
}
