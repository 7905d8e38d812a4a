/** Decides which labels are shown, and on which side of their dot: a greedy algorithm that places important labels first. Pure, so that the build and the browser agree. */
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
  /** The sides that are tried, the best one first; all where absent. */
  sides?: readonly Side[];
}

const SIDES = ['below', 'right', 'left', 'above'] as const;
/** "inside": over the middle of the dot. */
export type Side = (typeof SIDES)[number] | 'inside';

/** How much wider than estimated a text is in fonts with wide letters. At the border of the picture it would be cut. */
const WIDE_FONT = 1.15;

/** Between the dot and its label, in pixels. */
const LABEL_GAP = 2;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * The side on which each label finds room: no two labels overlap, and none covers a dot. Labels that find no room are
 * left out.
 * @param frame labels stay inside of it
 */
export function placeLabels(labels: readonly LabelBox[], frame?: Box): Map<string, Side> {
  const sorted = labels.toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const occupied = new Grid();
  for (const label of sorted) occupied.add(dotOf(label), label.id);
  const placed = new Map<string, Side>();
  for (const label of sorted) {
    const side = (label.sides ?? SIDES).find((one) => {
      const box = textOf(label, one);
      const widest = textOf({ ...label, width: label.width * WIDE_FONT }, one);
      return (!frame || isInside(widest, frame)) && occupied.isFree(box, label.id);
    });
    if (!side) continue;
    placed.set(label.id, side);
    occupied.add(textOf(label, side), label.id);
  }
  return placed;
}

/** Where each line of a label starts, ends or has its middle, and its base line, relative to the middle of the dot. */
export function linePlaces(
  side: Side,
  r: number,
  lineHeight: number,
  lines: number,
): { x: number; y: number; anchor: 'start' | 'center' | 'end' }[] {
  const distance = r + LABEL_GAP;
  const height = lines * lineHeight;
  const top = side === 'below' ? distance : side === 'above' ? -distance - height : -height / 2;
  const [x, anchor] =
    side === 'right'
      ? ([distance + 1, 'start'] as const)
      : side === 'left'
        ? ([-distance - 1, 'end'] as const)
        : ([0, 'center'] as const);
  // The base line of a text is at three quarters of its height.
  return Array.from({ length: lines }, (_, line) => ({ x, y: top + (line + 0.75) * lineHeight, anchor }));
}

function dotOf({ x, y, r }: LabelBox): Box {
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}

function textOf({ x, y, r, width, height }: LabelBox, side: Side): Box {
  const distance = r + LABEL_GAP;
  const middle = side === 'right' ? x + distance + width / 2 : side === 'left' ? x - distance - width / 2 : x;
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
  private readonly cells = new Map<string, { box: Box; owner: string }[]>();

  add(box: Box, owner: string): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push({ box, owner });
      else this.cells.set(cell, [{ box, owner }]);
    }
  }

  /** @param owner the node whose own boxes do not count */
  isFree(box: Box, owner: string): boolean {
    return cellsOf(box).every(
      (cell) => !this.cells.get(cell)?.some((other) => other.owner !== owner && overlaps(other.box, box)),
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

/** A text in lines of about the same length; what finds no room ends with an ellipsis. */
export function wrapLabel(text: string, maxLetters: number, maxLines: number): string[] {
  if (text.length <= maxLetters) return [text];
  const shortest = Math.ceil(text.length / maxLines);
  for (let letters = Math.min(shortest, maxLetters); letters <= maxLetters; letters++) {
    const lines = linesOf(text, letters);
    if (lines.length <= maxLines && lines.every(({ length }) => length <= maxLetters)) return lines;
  }
  const lines = linesOf(text, maxLetters);
  const shown = lines
    .slice(0, maxLines)
    .map((line) => (line.length > maxLetters ? `${line.slice(0, maxLetters - 1)}…` : line));
  if (lines.length > maxLines) shown[maxLines - 1] += ' …';
  return shown;
}

function linesOf(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
