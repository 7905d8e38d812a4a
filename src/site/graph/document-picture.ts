/** The picture that the page of a large specification shows without its script. */
import type { GraphView } from '#specgraph';
import type { LargeMap } from '../../map/columns.ts';
import { BOX } from '../../map/force-layout.ts';
import type { MapData, MapNode, MapTie } from '../../map/model.ts';
import { sceneOf } from '../../map/scene.ts';
import { urlOfNode } from '../urls.ts';
import { describe } from './map-data.ts';
import { namePartsOf } from './name-parts.ts';

/** The largest number of ties in the picture. */
const MAX_PICTURED_TIES = 1500;
/** Weight of the strongest tie. Many ties overlap, so each must be faint. */
const TIE_WEIGHT = 0.3;

/** The documents only, at the same places within the box of the static picture, with the strongest of their ties. */
export function documentPicture(graph: GraphView, map: LargeMap): MapData {
  const { regions, regionTies, box } = sceneOf(map);
  const scale = Math.min(BOX.width / (box.right - box.left), BOX.height / (box.bottom - box.top));
  const ids = graph.documents.map(({ id }) => id);
  // Documents are the heads of the first regions, in their order.
  const nodes = ids.map((id, i): MapNode => {
    const { x, y, r } = regions[i];
    const place = {
      x: scale * (x - (box.left + box.right) / 2),
      y: scale * (y - (box.top + box.bottom) / 2),
      r: Math.max(1, 0.6 * scale * r),
    };
    // The dot has no room for a number.
    const { title } = namePartsOf(graph, id);
    return {
      id,
      kind: 'document',
      title,
      about: describe(graph, id).about,
      url: urlOfNode(graph, id) ?? '#',
      ...rounded(place),
    };
  });
  const { a, b, count } = regionTies;
  const strongest = [...count.keys()]
    .filter((tie) => a[tie] < ids.length && b[tie] < ids.length)
    .slice(0, MAX_PICTURED_TIES);
  const ties = strongest.map((tie): MapTie => ({
    source: ids[a[tie]],
    target: ids[b[tie]],
    kind: 'refers',
    count: count[tie],
    weight: Math.round(100 * TIE_WEIGHT * Math.sqrt(count[tie] / count[0])) / 100,
  }));
  return { nodes, ties };
}

function rounded<T extends Record<string, number>>(place: T): T {
  return Object.fromEntries(
    Object.entries(place).map(([key, value]) => [key, Math.round(10 * value) / 10]),
  ) as T;
}
