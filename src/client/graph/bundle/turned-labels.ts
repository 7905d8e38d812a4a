/** Labels around a circle: their rotation, their length and their overlaps. Pure. */
import { cornersOf, cornersOfFrame, overlap, type Corner, type Frame, type TurnedBox } from './corners.ts';

export interface TurnedLabel extends TurnedBox {
  id: string;
  /** Larger is placed first. */
  weight: number;
}

/** The rotation of a label along its ray, so that it is never upside down. @param angle clockwise from the top, in radians */
export function rotationOf(angle: number): { turn: number; anchor: 'start' | 'end' } {
  const degrees = (angle * 180) / Math.PI - 90;
  return angle > Math.PI ? { turn: degrees - 180, anchor: 'end' } : { turn: degrees, anchor: 'start' };
}

/** @returns ids of the labels that are inside the frame and overlap neither each other nor the boxes in `taken` */
export function labelsWithoutOverlap(
  labels: readonly TurnedLabel[],
  frame: Frame,
  occupied: readonly Frame[] = [],
): Set<string> {
  const boxes: Corner[][] = occupied.map(cornersOfFrame);
  const placed = new Set<string>();
  for (const label of labels.toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))) {
    const corners = cornersOf(label);
    if (
      !corners.every(([x, y]) => x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom)
    )
      continue;
    if (boxes.some((box) => overlap(box, corners))) continue;
    boxes.push(corners);
    placed.add(label.id);
  }
  return placed;
}

/** The distance from a place to the edge of the frame in a direction. */
export function distanceToFrame(x: number, y: number, dx: number, dy: number, frame: Frame): number {
  const distanceAlong = (place: number, step: number, low: number, high: number): number =>
    step > 1e-9 ? (high - place) / step : step < -1e-9 ? (low - place) / step : Infinity;
  return Math.max(
    0,
    Math.min(distanceAlong(x, dx, frame.left, frame.right), distanceAlong(y, dy, frame.top, frame.bottom)),
  );
}

/** @returns the text, cut to a number of letters; undefined if too little of it would remain to be understood */
export function truncate(text: string, letters: number): string | undefined {
  if (text.length <= letters) return text;
  return letters < 11 ? undefined : `${text.slice(0, letters - 2).replace(/[\s:,(&-]+$/, '')} …`;
}

/** A title in at most two lines. */
export function splitIntoTwoLines(text: string, maxLetters = 24): string[] {
  if (text.length <= maxLetters) return [text];
  const middle = text.length / 2;
  const gaps = [...text.matchAll(/ /g)].map(({ index }) => index);
  if (gaps.length === 0) return [text];
  const gap = gaps.reduce((best, index) =>
    Math.abs(index - middle) < Math.abs(best - middle) ? index : best,
  );
  return [text.slice(0, gap), text.slice(gap + 1)];
}
