/** The visible part of a picture, in units that mean the same on every screen. Pure. */

export interface Camera {
  /** The place in the middle, in units of the picture. In the matrix: the column and the row at the upper left corner. */
  x: number;
  y: number;
  /** The scale, relative to the one that shows everything. */
  k: number;
}

/** Pixels per user unit, and where the origin lies on the screen. */
export interface Transform {
  k: number;
  x: number;
  y: number;
}

export interface Frame {
  width: number;
  height: number;
  /** The transform that shows everything. */
  whole: Transform;
  /** Whether the axes are swapped, so that x of the picture points down. */
  turned?: boolean;
}

const NUMBER = String.raw`-?\d{1,6}(?:\.\d{1,3})?`;
const WRITTEN = new RegExp(`^(${NUMBER}),(${NUMBER}),(${NUMBER})$`);

/** @param text "120,-40.5,2.5"; @returns undefined for anything else */
export function readCamera(text: string | null): Camera | undefined {
  const found = WRITTEN.exec(text ?? '');
  if (!found) return undefined;
  const [x, y, k] = found.slice(1).map(Number);
  return k > 0 ? rounded({ x, y, k }) : undefined;
}

export function writeCamera({ x, y, k }: Camera): string {
  return [x, y, k].join();
}

/** Rounds to the precision of the URL. */
export function rounded({ x, y, k }: Camera): Camera {
  const to = (value: number, parts: number): number => Math.round(parts * value) / parts || 0;
  return { x: to(x, 10), y: to(y, 10), k: to(k, 100) };
}

export function sameCamera(a: Camera | undefined, b: Camera | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.x === b.x && a.y === b.y && a.k === b.k);
}

/** @returns undefined where everything is visible */
export function cameraOf(now: Transform, { width, height, whole, turned }: Frame): Camera | undefined {
  const middle = ({ k, x, y }: Transform): [number, number] => [(width / 2 - x) / k, (height / 2 - y) / k];
  const camera = ([x, y]: [number, number], k: number): Camera =>
    rounded({ x: turned ? y : x, y: turned ? x : y, k });
  const found = camera(middle(now), now.k / whole.k);
  return sameCamera(found, camera(middle(whole), 1)) ? undefined : found;
}

/**
 * The transform that shows what a camera sees; the whole picture without a camera, or if the camera is too far away.
 * The third parameter is the smallest and the largest scale, in pixels per unit.
 * @param half the largest distance of the camera from the middle of the whole, in units
 */
export function transformFor(
  camera: Camera | undefined,
  { width, height, whole, turned }: Frame,
  [least, most]: readonly [number, number],
  half: { x: number; y: number },
): Transform {
  if (!camera) return whole;
  const [x, y] = turned ? [camera.y, camera.x] : [camera.x, camera.y];
  const away = { x: x - (width / 2 - whole.x) / whole.k, y: y - (height / 2 - whole.y) / whole.k };
  if (Math.abs(away.x) > half.x || Math.abs(away.y) > half.y) return whole;
  const k = Math.min(most, Math.max(least, camera.k * whole.k));
  return { k, x: width / 2 - k * x, y: height / 2 - k * y };
}
