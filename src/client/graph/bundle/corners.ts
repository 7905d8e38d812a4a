/** Boxes at any angle, as their four corners. Pure. */

export interface TurnedBox {
  /** The point of the text that the anchor names: its start, its middle or its end; in pixels. */
  x: number;
  y: number;
  /** Rotation of the text, in degrees. */
  turn: number;
  anchor: 'start' | 'middle' | 'end';
  width: number;
  height: number;
}

export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** In pixels. */
export type Corner = readonly [x: number, y: number];

/** The corners of a turned label, clockwise on the screen from the corner above its beginning. */
export function cornersOf({ x, y, turn, anchor, width, height }: TurnedBox): Corner[] {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const left = anchor === 'start' ? 0 : anchor === 'end' ? -width : -width / 2;
  const half = height / 2;
  return (
    [
      [left, -half],
      [left + width, -half],
      [left + width, half],
      [left, half],
    ] as const
  ).map(([u, v]) => [x + u * cos - v * sin, y + u * sin + v * cos]);
}

/** The corners of an upright box. */
export function cornersOfFrame({ left, right, top, bottom }: Frame): Corner[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** Two convex shapes overlap unless the whole of one lies beyond a side of the other. */
export function overlap(a: readonly Corner[], b: readonly Corner[]): boolean {
  return !separates(a, b) && !separates(b, a);
}

function separates(a: readonly Corner[], b: readonly Corner[]): boolean {
  return a.some(([x, y], i) => {
    const [nextX, nextY] = a[(i + 1) % a.length];
    const [nx, ny] = [nextY - y, x - nextX];
    return b.every(([u, v]) => (u - x) * nx + (v - y) * ny >= -1e-9);
  });
}
