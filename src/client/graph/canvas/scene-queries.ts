/** Reads a scene for the page: the relations of a node, and the nodes that the arrow keys reach. Pure. */
import type { MapData, MapTie } from '../../../map/model.ts';
import type { Relation } from '../state/state.ts';
import type { Atlas } from './atlas.ts';
import type { Shown } from './levels.ts';

/** The largest number of nodes that one call returns. */
const MAX_NODES = 2000;

/** The relations of a node in both directions; most references first. */
export function relationsOf(atlas: Atlas, id: string): { to: Relation[]; from: Relation[] } {
  const node = atlas.indexOf(id);
  if (node < 0) return { to: [], from: [] };
  const {
    columns: { to, count, tieKinds, tieKind },
    source,
  } = atlas.scene;
  const list = (ties: number[], end: ArrayLike<number>): Relation[] =>
    ties
      .toSorted((a, b) => count[b] - count[a] || end[a] - end[b])
      .map((tie) => ({ node: atlas.node(end[tie]), count: count[tie], kind: tieKinds[tieKind[tie]] }));
  const { outgoing: out, incoming: into } = atlas.tiesOf(node);
  return { to: list(out, to), from: list(into, source) };
}

/** All visible nodes within the picture, with the ties between them. A section or step that is not drawn on its own counts for its document. */
export function nodesInPicture(atlas: Atlas, visible: Uint8Array, { regions, open }: Shown): MapData {
  const {
    columns: { starts, tieKind, tieKinds, count, to },
    source,
    regionOf,
  } = atlas.scene;
  const nodesOfOpenRegions = open.flatMap((region) =>
    Array.from({ length: starts[region + 1] - starts[region] }, (_, i) => starts[region] + i),
  );
  const nodes = [...new Set([...regions.map((region) => starts[region]), ...nodesOfOpenRegions])].filter(
    (node) => visible[node],
  );
  const isListed = new Uint8Array(atlas.size);
  for (const node of nodes) isListed[node] = 1;
  const listedNode = (node: number): number => {
    const head = starts[regionOf[node]];
    return isListed[node] ? node : isListed[head] && atlas.isPart(node) ? head : -1;
  };
  const counts = new Map<number, number>();
  for (let tie = 0; tie < to.length; tie++) {
    const [from, end] = [listedNode(source[tie]), listedNode(to[tie])];
    const key = (from * atlas.size + end) * tieKinds.length + tieKind[tie];
    if (from >= 0 && end >= 0 && from !== end) counts.set(key, (counts.get(key) ?? 0) + count[tie]);
  }
  const tieOf = ([key, sum]: [number, number]): MapTie => {
    const [pair, kind] = [Math.floor(key / tieKinds.length), key % tieKinds.length];
    return {
      source: atlas.idOf(Math.floor(pair / atlas.size)),
      target: atlas.idOf(pair % atlas.size),
      kind: tieKinds[kind],
      count: sum,
    };
  };
  return { nodes: nodes.map((node) => atlas.node(node)), ties: [...counts].map(tieOf) };
}

/** The nodes in the picture. With a selected node: also all its neighbours and the ties to them; without one: the ties between documents. */
export function reachableByArrows(
  atlas: Atlas,
  visible: Uint8Array,
  shown: Shown,
  selected?: string,
): MapData {
  const { scene } = atlas;
  const { starts } = scene.columns;
  const centre = selected === undefined ? -1 : atlas.indexOf(selected);
  const ownTies = centre < 0 ? { outgoing: [], incoming: [] } : atlas.tiesOf(centre);
  const centreAndNeighbours = centre < 0 ? [] : [centre, ...atlas.neighbours(centre)];
  const nodesOfOpenRegions = shown.open.flatMap((region) =>
    Array.from({ length: starts[region + 1] - starts[region] }, (_, i) => starts[region] + i),
  );
  const nodes = [
    ...new Set([
      ...centreAndNeighbours,
      ...shown.regions.map((region) => starts[region]),
      ...nodesOfOpenRegions,
    ]),
  ]
    .filter((node) => visible[node])
    .slice(0, Math.max(MAX_NODES, centreAndNeighbours.length));
  const ids = new Set(nodes);
  const ties = [...ownTies.outgoing, ...ownTies.incoming]
    .filter((tie) => ids.has(scene.source[tie]) && ids.has(scene.columns.to[tie]))
    .map((tie) => atlas.tie(tie));
  const { a, b, count } = scene.regionTies;
  const isOwn = (tie: number): boolean =>
    centre < 0 || starts[a[tie]] === centre || starts[b[tie]] === centre;
  const tiesBetweenDocuments = shown.regionTies
    .filter((tie) => isOwn(tie) && ids.has(starts[a[tie]]) && ids.has(starts[b[tie]]))
    .map((tie) => ({
      source: atlas.idOf(starts[a[tie]]),
      target: atlas.idOf(starts[b[tie]]),
      kind: 'refers' as const,
      count: count[tie],
    }));
  return { nodes: nodes.map((node) => atlas.node(node)), ties: [...ties, ...tiesBetweenDocuments] };
}
