/** Adds to the columns of a map what its picture needs: layers, and places within folders. Pure. */
import { decode, type Composition, type LargeMap } from './columns.ts';
import { layeringOf } from './layered-layout.ts';
import { placeInGroups, sumTies } from './region-layout.ts';
import { regionTiesOf } from './scene.ts';

const NONE: Composition = { layering: { layers: [], ranks: [] }, laneNames: [] };

/** Layers of the groups of documents, by the references between them. */
export function composeGroups(map: Omit<LargeMap, keyof Composition>): LargeMap {
  const columns = decode({ ...map, ...NONE });
  const ties = regionTiesOf(columns);
  return {
    ...map,
    layering: layeringOf(
      map.groups.length,
      sumTies(ties, (region) => map.group[region]),
    ),
    laneNames: [],
    places: placeInGroups(columns, ties),
  };
}

/**
 * Layers of the documents.
 * @param named the layer of each region and the names of the layers; by the references where absent
 */
export function composeDocuments(
  map: Omit<LargeMap, keyof Composition>,
  named?: { layers: number[]; names: string[] },
): LargeMap {
  const ties = regionTiesOf(decode({ ...map, ...NONE }));
  return {
    ...map,
    layering: layeringOf(map.sizes.length, ties, named?.layers),
    laneNames: named?.names ?? [],
  };
}
