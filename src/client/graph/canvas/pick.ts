/** Finds the node at a place on the screen: a quadtree finds the region, then its nodes are searched. Pure. */
import { quadtree, type Quadtree } from 'd3';
import { dotRadius, headRadius, OPEN_AT, type Transform } from './levels.ts';
import type { Scene } from '../../../map/scene.ts';

/** Distance from a dot, in pixels, within which the pointer hits it. */
const REACH = 9;

export type Picker = (left: number, top: number, transform: Transform, visible: Uint8Array) => number;

/** @returns a function from a place in pixels to the index of a node; -1 for empty ground */
export function pickerOf(scene: Scene): Picker {
  const {
    regions,
    columns: { starts },
  } = scene;
  const tree = quadtree<number>(
    [...regions.keys()],
    (region) => regions[region].x,
    (region) => regions[region].y,
  );
  const widest = Math.max(0, ...regions.map(({ r }) => r));
  return (left, top, { k, x, y }, visible) => {
    const [px, py] = [(left - x) / k, (top - y) / k];
    const region = regionNear(tree, scene, px, py, widest + REACH / k, REACH / k);
    if (region === undefined) return -1;
    const head = starts[region];
    const { r } = regions[region];
    // At a small scale, a region stands for its document.
    if (r * k < OPEN_AT) return visible[head] ? head : -1;
    return nodeNear(scene, visible, region, px, py, {
      head: headRadius(r, k) / k,
      dot: (dotRadius(k) + REACH) / k,
    });
  };
}

/** The region whose circle contains a place, or the nearest one within reach. */
function regionNear(
  tree: Quadtree<number>,
  { regions }: Scene,
  x: number,
  y: number,
  far: number,
  reach: number,
): number | undefined {
  let [best, least]: [number | undefined, number] = [undefined, reach];
  tree.visit((quad, left, top, right, bottom) => {
    if (left > x + far || right < x - far || top > y + far || bottom < y - far) return true;
    let leaf = 'data' in quad ? quad : undefined;
    for (; leaf; leaf = leaf.next) {
      const circle = regions[leaf.data];
      const outside = Math.hypot(circle.x - x, circle.y - y) - circle.r;
      if (outside < least) [best, least] = [leaf.data, outside];
    }
    return false;
  });
  return best;
}

function nodeNear(
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
  let [best, least] = [-1, reach.dot];
  for (let node = starts[region]; node < starts[region + 1]; node++) {
    if (!visible[node]) continue;
    const away = Math.hypot(xs[node] - x, ys[node] - y) - (node === starts[region] ? reach.head : 0);
    if (away < least) [best, least] = [node, away];
  }
  return best;
}
