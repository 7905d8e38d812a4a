/** Decides which labels are shown, and on which side of their dot: a greedy algorithm that places important labels first. Pure, so that the build and the browser agree. */
import { isHead, traitsOf } from './kinds.ts';
import { labelBesideDot, type NameParts } from './names.ts';

export interface LabelBox {
  id: string;
  /** Middle of the dot and its radius, in pixels. */
  x: number;
  y: number;
  r: number;
  /** Width of the text and its height, in pixels. */
  width: number;
  height: number;
  /** Larger is placed first. */
  weight: number;
}

const SIDES = ['below', 'right', 'left', 'above'] as const;
export type Side = (typeof SIDES)[number];

/** Between the dot and its label, in pixels. */
const LABEL_GAP = 2;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * The side on which each label finds room: no two labels overlap, and none covers an important dot or a dot that it can
 * avoid. Labels that find no room are left out.
 * @param frame labels stay inside of it
 */
export function placeLabels(
  labels: readonly LabelBox[],
  sides: readonly Side[] = SIDES,
  frame?: Box,
): Map<string, Side> {
  const sorted = labels.toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const occupied = new Grid();
  for (const label of sorted) occupied.add(dotOf(label), label.id, label.weight < 1);
  const placed = new Map<string, Side>();
  for (const label of sorted) {
    const freeSide = (one: Side, overDots: boolean): boolean => {
      const box = textOf(label, one);
      return (!frame || isInside(box, frame)) && occupied.isFree(box, label.id, overDots);
    };
    // The name of a document may cover a small dot; otherwise the document would have no name.
    const side =
      sides.find((one) => freeSide(one, false)) ??
      (label.weight >= 1 ? sides.find((one) => freeSide(one, true)) : undefined);
    if (!side) continue;
    placed.set(label.id, side);
    occupied.add(textOf(label, side), label.id);
  }
  return placed;
}

/** Place of a label's text, relative to the middle of its dot. */
export function labelOffset(
  side: Side,
  r: number,
  height: number,
): { x: number; y: number; anchor: 'start' | 'middle' | 'end' } {
  const distance = r + LABEL_GAP;
  // The base line of a text is at three quarters of its height.
  switch (side) {
    case 'below':
      return { x: 0, y: distance + 0.75 * height, anchor: 'middle' };
    case 'above':
      return { x: 0, y: -distance - 0.25 * height, anchor: 'middle' };
    case 'right':
      return { x: distance + 1, y: 0.27 * height, anchor: 'start' };
    case 'left':
      return { x: -distance - 1, y: 0.27 * height, anchor: 'end' };
  }
}

function dotOf({ x, y, r }: LabelBox): Box {
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}

function textOf({ x, y, r, width, height }: LabelBox, side: Side): Box {
  const distance = r + LABEL_GAP;
  const middle =
    side === 'below' || side === 'above'
      ? x
      : side === 'right'
        ? x + distance + width / 2
        : x - distance - width / 2;
  const top = side === 'below' ? y + distance : side === 'above' ? y - distance - height : y - height / 2;
  return { left: middle - width / 2, right: middle + width / 2, top, bottom: top + height };
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  );
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Boxes by the cells of a grid, so that hundreds of labels are placed within one frame of the screen. */
class Grid {
  private readonly cells = new Map<string, { box: Box; owner: string; isSmall: boolean }[]>();

  /** @param isSmall the dot of a node of little weight */
  add(box: Box, owner: string, isSmall = false): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push({ box, owner, isSmall });
      else this.cells.set(cell, [{ box, owner, isSmall }]);
    }
  }

  /** @param owner the node whose own boxes do not count; small dots do not count either if the text may cover them */
  isFree(box: Box, owner: string, overDots: boolean): boolean {
    return cellsOf(box).every(
      (cell) =>
        !this.cells
          .get(cell)
          ?.some(
            (other) => other.owner !== owner && !(overDots && other.isSmall) && overlaps(other.box, box),
          ),
    );
  }
}

const CELL_SIZE = 80;

function cellsOf({ left, right, top, bottom }: Box): string[] {
  const cells: string[] = [];
  for (let x = Math.floor(left / CELL_SIZE); x <= right / CELL_SIZE; x++)
    for (let y = Math.floor(top / CELL_SIZE); y <= bottom / CELL_SIZE; y++) cells.push(`${x} ${y}`);
  return cells;
}

/** Size of the letters of a label, in pixels. */
export function labelSize(kind: string): number {
  return isHead({ kind }) ? 13 : 11;
}

/** A label as it is drawn: without the number that stands in the dot; long names of documents and sections are cut. */
export function shortLabel(node: NameParts): string {
  const [name, most] = [labelBesideDot(node), traitsOf(node.kind).isCode ? 60 : 32];
  return name.length <= most ? name : `${name.slice(0, most - 1).replace(/[\s:,(]+\S*$/, '')} …`;
}

/**
 * The label of a node, its width estimated from its letters.
 * @param scale pixels per user unit; `dot` for the dots
 */
export function labelBox(
  node: NameParts & { id: string; x: number; y: number; r: number },
  scale: number,
  dot = scale,
): LabelBox {
  const size = labelSize(node.kind);
  const isDocument = isHead(node);
  return {
    id: node.id,
    x: node.x * scale,
    y: node.y * scale,
    r: node.r * dot,
    width: shortLabel(node).length * size * (isDocument ? 0.62 : 0.61),
    height: size * 1.25,
    weight: (isDocument ? 1 : 0) + node.r / 1000,
  };
}
