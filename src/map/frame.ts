/** The frame of the map: the same at build time and in the live view, so that nothing jumps when the script takes over. Pure. */

/** Half of the box of all places, with room for the outer labels, in user units. */
export const HALF_SIZE = { x: 535, y: 335 };

/** On portrait screens the axes of the map are swapped. */
export function isTurned(width: number, height: number): boolean {
  return height > 1.1 * width;
}

export function swapAxes<P extends { x: number; y: number }>(node: P): P {
  return { ...node, x: node.y, y: node.x };
}

/** Pixels per user unit at which the whole box is seen. */
export function fittingScale(width: number, height: number): number {
  const half = isTurned(width, height) ? { x: HALF_SIZE.y, y: HALF_SIZE.x } : HALF_SIZE;
  return Math.min(width / (2 * half.x), height / (2 * half.y));
}

/** Pixels per user unit for which the build computes the labels: about those of a desktop screen and of a phone. */
export const DESIGN_SCALE = { desk: 0.93, phone: 0.53 };

/** The scale for letters: as built while the whole map is seen at about that size, so that nothing jumps when the script takes over. */
export function letterScale(scale: number, fitting: number, turned: boolean): number {
  const designScale = turned ? DESIGN_SCALE.phone : DESIGN_SCALE.desk;
  return scale === fitting && Math.abs(scale / designScale - 1) < 0.16 ? designScale : scale;
}

/** The frame for labels where the whole map is seen, around its middle. @param letters scale for letters */
export function frameOfWhole(
  letters: number,
  turned: boolean,
): Record<'left' | 'right' | 'top' | 'bottom', number> {
  const half = turned ? { x: HALF_SIZE.y, y: HALF_SIZE.x } : HALF_SIZE;
  const [x, y] = [half.x * letters, half.y * letters];
  return { left: -x, right: x, top: -y, bottom: y };
}

/** How much larger dots are drawn than the map around them: at a small scale they stay large enough for a finger. */
export function dotScale(scale: number): number {
  return Math.max(scale, 0.8) / scale;
}

/** Width and opacity of the line of a tie. */
export function tieWidth(count: number): number {
  return Math.round(10 * Math.min(5, 0.6 + Math.sqrt(count) / 3)) / 10;
}

export function tieOpacity(weight = 0.3): number {
  return Math.round(100 * (0.1 + 0.75 * weight)) / 100;
}
