/** Finds the node or the tie at a place on the screen: a quadtree finds the region, then its nodes are searched. Pure. */
import { quadtree, type Quadtree } from 'd3';
import type { Atlas } from '../../../map/atlas.ts';
import { dotRadius, headRadius, openRadius, type Transform } from '../../../map/levels.ts';
import type { TieEnds } from '../../../map/model.ts';
import type { Scene } from '../../../map/scene.ts';
import { routeOf } from '../../../map/routes.ts';
import { distanceToCurves } from '../../../map/tie-curve.ts';

/** Distance from a dot and from a line, in pixels, within which the pointer hits it. */
const HIT_DISTANCE_PX = 9;
const LINE_HIT_DISTANCE_PX = 7;
const NO_GAPS = { start: 0, end: 0 };

/** @param guests nodes that are shown although they are not visible */
export type Picker = (
  left: number,
  top: number,
  transform: Transform,
  visible: Uint8Array,
  guests?: readonly number[],
) => number;

/** @returns a function from a place in pixels to the index of a node; -1 for empty ground */
export function createPicker(scene: Scene): Picker {
  const {
    regions,
    importance,
    columns: { starts },
  } = scene;
  const tree = quadtree<number>(
    [...regions.keys()],
    (region) => regions[region].x,
    (region) => regions[region].y,
  );
  const largestRadius = Math.max(0, ...regions.map(({ r }) => r));
  return (left, top, { k, x, y }, visible, guests = []) => {
    const [px, py] = [(left - x) / k, (top - y) / k];
    const dotReach = (dotRadius(k) + HIT_DISTANCE_PX) / k;
    const guest = guests.find(
      (node) => !visible[node] && Math.hypot(scene.x[node] - px, scene.y[node] - py) < dotReach,
    );
    if (guest !== undefined) return guest;
    const region = findRegion(tree, scene, px, py, largestRadius + HIT_DISTANCE_PX / k, HIT_DISTANCE_PX / k);
    if (region === undefined) return -1;
    const head = starts[region];
    const { r } = regions[region];
    const headReach = headRadius(r, importance[region], k) / k;
    // At a small scale, a region stands for its document.
    if (r * k < openRadius(scene)) return visible[head] ? head : -1;
    return findNode(scene, visible, region, px, py, { head: headReach, dot: dotReach });
  };
}

/** @param ties indices of ties between regions. @returns the ends of the tie at a place in pixels */
export function findTie(
  atlas: Atlas,
  ties: readonly number[],
  place: { x: number; y: number },
  transform: Transform,
): TieEnds | undefined {
  const { scene } = atlas;
  const { regionTies, columns } = scene;
  let [nearest, smallestDistance] = [-1, LINE_HIT_DISTANCE_PX];
  for (const tie of ties) {
    const curves = routeOf(scene, scene.regions, regionTies.a[tie], regionTies.b[tie], transform, NO_GAPS);
    const distance = distanceToCurves(curves, place);
    if (distance < smallestDistance) [nearest, smallestDistance] = [tie, distance];
  }
  return nearest < 0
    ? undefined
    : {
        source: atlas.idOf(columns.starts[regionTies.a[nearest]]),
        target: atlas.idOf(columns.starts[regionTies.b[nearest]]),
      };
}

/** Index of the group at a place in pixels; -1 for none. */
export function findGroup({ groups }: Scene, left: number, top: number, { k, x, y }: Transform): number {
  return groups.findIndex((group) => Math.hypot(k * group.x + x - left, k * group.y + y - top) < k * group.r);
}

/** The region whose circle contains a place, or the nearest one within reach. */
function findRegion(
  tree: Quadtree<number>,
  { regions }: Scene,
  x: number,
  y: number,
  searchDistance: number,
  reach: number,
): number | undefined {
  let [nearest, smallestDistance]: [number | undefined, number] = [undefined, reach];
  tree.visit((quad, left, top, right, bottom) => {
    if (
      left > x + searchDistance ||
      right < x - searchDistance ||
      top > y + searchDistance ||
      bottom < y - searchDistance
    )
      return true;
    let leaf = 'data' in quad ? quad : undefined;
    for (; leaf; leaf = leaf.next) {
      const circle = regions[leaf.data];
      const distance = Math.hypot(circle.x - x, circle.y - y) - circle.r;
      if (distance < smallestDistance) [nearest, smallestDistance] = [leaf.data, distance];
    }
    return false;
  });
  return nearest;
}

function findNode(
  scene: Scene,
  visible: Uint8Array,
  region: number,
  x: number,
  y: number,
  reach: { head: number; dot: number },
): number {
  const {
    columns: { starts },
    x: xs,
    y: ys,
  } = scene;
  let [nearest, smallestDistance] = [-1, reach.dot];
  for (let node = starts[region]; node < starts[region + 1]; node++) {
    if (!visible[node]) continue;
    const distance = Math.hypot(xs[node] - x, ys[node] - y) - (node === starts[region] ? reach.head : 0);
    if (distance < smallestDistance) [nearest, smallestDistance] = [node, distance];
  }
  return nearest;
}
