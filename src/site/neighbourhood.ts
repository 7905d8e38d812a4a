/** A picture of what surrounds one thing: who points at it on the left, what it points at on the right. */
import type { NodeKind } from '#specgraph';

export interface Neighbour {
  label: string;
  kind: NodeKind;
  url: string;
  /** References between the two. */
  count: number;
}

export interface PictureInput {
  centre: { label: string; kind: NodeKind };
  left: Neighbour[];
  right: Neighbour[];
}

/** Plain geometry in SVG user units. */
export interface Picture {
  width: number;
  height: number;
  /** Where the two columns of dots stand. */
  columns: { left: number; right: number };
  centre: { x: number; y: number; label: string; kind: NodeKind };
  nodes: (Neighbour & { x: number; y: number; side: 'left' | 'right' })[];
  /** Path data and line width of each tie. */
  ties: { d: string; width: number; kind: NodeKind }[];
  /** Neighbours that found no room, by side. */
  more: { left: number; right: number };
}

const WIDTH = 880;
const ROW = 25;
const MARGIN = 16;
const MOST = 12;
/** Distance of the columns of dots from the edges: labels stand outside of them. */
const COLUMN = 288;

export function picture({ centre, left, right }: PictureInput): Picture {
  const rows = Math.max(1, Math.min(MOST, Math.max(left.length, right.length)));
  const height = rows * ROW + 2 * MARGIN;
  const middle = { x: WIDTH / 2, y: height / 2 };
  const place = (all: Neighbour[], side: 'left' | 'right') => {
    const shown = all.slice(0, MOST);
    const top = middle.y - ((shown.length - 1) * ROW) / 2;
    return shown.map((neighbour, row) => ({ ...neighbour, side, x: side === 'left' ? COLUMN : WIDTH - COLUMN, y: top + row * ROW }));
  };
  const nodes = [...place(left, 'left'), ...place(right, 'right')];
  return {
    width: WIDTH,
    height,
    columns: { left: COLUMN, right: WIDTH - COLUMN },
    centre: { ...centre, ...middle },
    nodes,
    ties: nodes.map(({ x, y, count, kind }) => ({ d: curve(x, y, middle), width: round(Math.min(6, 0.8 + Math.sqrt(count) / 2)), kind })),
    more: { left: Math.max(0, left.length - MOST), right: Math.max(0, right.length - MOST) },
  };
}

function curve(x: number, y: number, to: { x: number; y: number }): string {
  const bend = round((x + to.x) / 2);
  return `M${x} ${round(y)}C${bend} ${round(y)} ${bend} ${round(to.y)} ${to.x} ${round(to.y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
