/** Finds the line at a place. Pure. */
import { isHead } from '../../../map/kinds.ts';
import type { MapNode, MapTie } from '../../../map/model.ts';

interface Place {
  x: number;
  y: number;
}

export interface TieLine<E extends Place = Place> {
  source: E;
  target: E;
  count: number;
}

/** How far the middle of a bent line lies beside the straight one, as a fraction of its length. */
const BEND_RATIO = 0.12;
/** Number of straight pieces that stand for a bent line. */
const CURVE_PIECES = 16;

/** Whether the tie has sentences that can be read: it connects two existing documents. */
export function isReadable<E extends Pick<MapNode, 'kind' | 'isMissing'>>({
  source,
  target,
  kind,
  broken,
}: {
  source: E;
  target: E;
  kind?: MapTie['kind'];
  broken?: true;
}): boolean {
  return kind === 'refers' && !broken && [source, target].every((end) => isHead(end) && !end.isMissing);
}

/** The point that a line bends towards, on its right. */
export function bendOf({ source, target }: Pick<TieLine, 'source' | 'target'>): Place {
  return {
    x: (source.x + target.x) / 2 - BEND_RATIO * (target.y - source.y),
    y: (source.y + target.y) / 2 + BEND_RATIO * (target.x - source.x),
  };
}

/**
 * The nearest line within reach; of two lines at the same place, the one with more references.
 * @param isBent whether the lines bend to the right of their way
 */
export function lineAt<L extends TieLine>(
  lines: readonly L[],
  place: Place,
  maxDistance: number,
  isBent = false,
): L | undefined {
  let [nearest, smallestDistance]: [L | undefined, number] = [undefined, maxDistance];
  for (const line of lines) {
    const distance = isBent
      ? distanceToCurve(line, place)
      : distanceToSegment(line.source, line.target, place);
    const isBetter =
      distance < smallestDistance - 1e-6 ||
      (distance < smallestDistance + 1e-6 && line.count > (nearest?.count ?? 0));
    if (distance <= maxDistance && isBetter) [nearest, smallestDistance] = [line, distance];
  }
  return nearest;
}

function distanceToCurve(line: TieLine, place: Place): number {
  const [{ source, target }, bend] = [line, bendOf(line)];
  const pointAt = (part: number): Place => {
    const [a, b, c] = [(1 - part) ** 2, 2 * part * (1 - part), part ** 2];
    return { x: a * source.x + b * bend.x + c * target.x, y: a * source.y + b * bend.y + c * target.y };
  };
  const points = Array.from({ length: CURVE_PIECES + 1 }, (_, i) => pointAt(i / CURVE_PIECES));
  return Math.min(...points.slice(1).map((point, i) => distanceToSegment(points[i], point, place)));
}

/** Distance of a place from a straight piece. */
function distanceToSegment(start: Place, end: Place, { x, y }: Place): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const part = Math.max(0, Math.min(1, ((x - start.x) * dx + (y - start.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(start.x + part * dx - x, start.y + part * dy - y);
}
