/** The visible part of a picture, in units that mean the same on every screen. Pure. */
import type { Transform } from '../../../map/levels.ts';

export interface Camera {
  /** The place in the middle, in units of the picture. In the matrix: the column and the row at the upper left corner. */
  x: number;
  y: number;
  /** The scale, relative to the one that shows everything. */
  k: number;
}

export interface Frame {
  width: number;
  height: number;
  /** The transform that shows everything. */
  wholeTransform: Transform;
}

const NUMBER_PATTERN = String.raw`-?\d{1,6}(?:\.\d{1,3})?`;
const CAMERA_PATTERN = new RegExp(`^(${NUMBER_PATTERN}),(${NUMBER_PATTERN}),(${NUMBER_PATTERN})$`);

/** @param text "120,-40.5,2.5"; @returns undefined for anything else */
export function readCamera(text: string | null): Camera | undefined {
  const found = CAMERA_PATTERN.exec(text ?? '');
  if (!found) return undefined;
  const [x, y, k] = found.slice(1).map(Number);
  return k > 0 ? roundCamera({ x, y, k }) : undefined;
}

export function writeCamera({ x, y, k }: Camera): string {
  return [x, y, k].join();
}

/** Rounds to the precision of the URL. */
export function roundCamera({ x, y, k }: Camera): Camera {
  const round = (value: number, parts: number): number => Math.round(parts * value) / parts || 0;
  return { x: round(x, 10), y: round(y, 10), k: round(k, 100) };
}

export function isSameCamera(a: Camera | undefined, b: Camera | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.x === b.x && a.y === b.y && a.k === b.k);
}

/** @returns undefined where everything is visible */
export function cameraOf(now: Transform, { width, height, wholeTransform }: Frame): Camera | undefined {
  const middle = ({ k, x, y }: Transform): [number, number] => [(width / 2 - x) / k, (height / 2 - y) / k];
  const camera = ([x, y]: [number, number], k: number): Camera => roundCamera({ x, y, k });
  const found = camera(middle(now), now.k / wholeTransform.k);
  return isSameCamera(found, camera(middle(wholeTransform), 1)) ? undefined : found;
}

/**
 * The transform that shows what a camera sees; the whole picture without a camera, or if the camera is too far away.
 * The third parameter is the smallest and the largest scale, in pixels per unit.
 * @param maxOffset the largest distance of the camera from the middle of the whole, in units
 */
export function transformFor(
  camera: Camera | undefined,
  { width, height, wholeTransform }: Frame,
  [minScale, maxScale]: readonly [number, number],
  maxOffset: { x: number; y: number },
): Transform {
  if (!camera) return wholeTransform;
  const { x, y } = camera;
  const offset = {
    x: x - (width / 2 - wholeTransform.x) / wholeTransform.k,
    y: y - (height / 2 - wholeTransform.y) / wholeTransform.k,
  };
  if (Math.abs(offset.x) > maxOffset.x || Math.abs(offset.y) > maxOffset.y) return wholeTransform;
  const k = Math.min(maxScale, Math.max(minScale, camera.k * wholeTransform.k));
  return { k, x: width / 2 - k * x, y: height / 2 - k * y };
}
