/** Moves the selection along the ties with the arrow keys. Pure. */
import type { MapData, MapNode } from '../../../map/model.ts';
import { neighboursOf } from './state.ts';

export const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The best neighbour in a direction: the nearest one within 60 degrees of it. */
export function neighbourTowards(
  { nodes, ties }: MapData,
  id: string,
  [dx, dy]: readonly [number, number],
): MapNode | undefined {
  const from = nodes.find((node) => node.id === id);
  if (!from) return undefined;
  const neighbours = neighboursOf(ties, id);
  let [best, lowestCost]: [MapNode | undefined, number] = [undefined, Infinity];
  for (const node of nodes) {
    if (node.id === id || !neighbours.has(node.id)) continue;
    const [x, y] = [node.x - from.x, node.y - from.y];
    const distance = Math.hypot(x, y) || 1;
    const alignment = (x * dx + y * dy) / distance;
    if (alignment < 0.5 || distance / alignment ** 2 >= lowestCost) continue;
    [best, lowestCost] = [node, distance / alignment ** 2];
  }
  return best;
}

/** The node with the most ties: the first arrow key selects it. */
export function mostConnectedNode({ nodes, ties }: MapData): MapNode | undefined {
  const degrees = new Map<string, number>();
  for (const { source, target } of ties)
    for (const end of [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  return nodes.toSorted((a, b) => (degrees.get(b.id) ?? 0) - (degrees.get(a.id) ?? 0))[0];
}
