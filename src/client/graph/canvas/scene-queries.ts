/** Reads a scene for the page: the relations of a node, the nodes of the picture, the matrix of documents. Pure. */
import { plural } from '#specgraph/text/lists';
import type { Atlas } from '../../../map/atlas.ts';
import { isHead } from '../../../map/kinds.ts';
import type { Shown } from '../../../map/levels.ts';
import type { MapData, MapNode, MapTie, TieEnds } from '../../../map/model.ts';
import { labelOf } from '../../../map/names.ts';
import type { Highlight } from '../../../map/paint/picture.ts';

export interface Relation {
  node: MapNode;
  count: number;
  kind: MapTie['kind'];
}

/** The largest number of nodes that one call returns. */
const MAX_NODES = 2000;
const MAX_COMPARED_NODES = 5000;

/**
 * The relations of a node in both directions; most references first. Those of a document include those of its sections,
 * and lead to documents and to what stands outside of them.
 */
export function relationsOf(atlas: Atlas, id: string): { to: Relation[]; from: Relation[] } {
  const node = atlas.indexOf(id);
  if (node < 0) return { to: [], from: [] };
  const { columns, source } = atlas.scene;
  const ties = atlas.isHead(node) ? tiesOfDocument(atlas, node) : atlas.tiesOf(node);
  const endOf = (end: number): number => (atlas.isHead(node) && atlas.isPart(end) ? atlas.headOf(end) : end);
  const list = (own: readonly number[], ends: ArrayLike<number>): Relation[] => {
    const counts = new Map<string, { end: number; kind: MapTie['kind']; count: number }>();
    for (const tie of own) {
      const [end, kind] = [endOf(ends[tie]), columns.tieKinds[columns.tieKind[tie]]];
      const known = counts.get(`${end} ${kind}`);
      if (known) known.count += columns.count[tie];
      else if (end !== node) counts.set(`${end} ${kind}`, { end, kind, count: columns.count[tie] });
    }
    return [...counts.values()]
      .sort((a, b) => b.count - a.count || a.end - b.end)
      .map(({ end, kind, count }) => ({
        node: atlas.headOf(end) === atlas.headOf(node) ? atlas.node(end) : atlas.nodeWithDocument(end),
        count,
        kind,
      }));
  };
  return { to: list(ties.outgoing, columns.to), from: list(ties.incoming, source) };
}

/** The ties of a document and of its parts; those that contain parts are left out. */
function tiesOfDocument(atlas: Atlas, document: number): { outgoing: number[]; incoming: number[] } {
  const { columns, regionOf } = atlas.scene;
  const contains = columns.tieKinds.indexOf('contains');
  const region = regionOf[document];
  const members = Array.from(
    { length: columns.starts[region + 1] - columns.starts[region] },
    (_, i) => columns.starts[region] + i,
  ).filter((node) => node === document || atlas.isPart(node));
  const ties = members.map((node) => atlas.tiesOf(node));
  const isReference = (tie: number): boolean => columns.tieKind[tie] !== contains;
  return {
    outgoing: ties.flatMap(({ outgoing }) => outgoing).filter(isReference),
    incoming: ties.flatMap(({ incoming }) => incoming).filter(isReference),
  };
}

/** The ids of a node and of everything that contains it, up to its document. */
export function holdersOf(atlas: Atlas, id: string): Set<string> {
  const { columns, source, incoming, incomingStarts } = atlas.scene;
  const contains = columns.tieKinds.indexOf('contains');
  const ids = new Set<string>();
  for (let node = atlas.indexOf(id); node >= 0;) {
    ids.add(atlas.idOf(node));
    const tie = incoming
      .subarray(incomingStarts[node], incomingStarts[node + 1])
      .find((one) => columns.tieKind[one] === contains);
    node = tie === undefined || ids.has(atlas.idOf(source[tie])) ? -1 : source[tie];
  }
  return ids;
}

/** The documents with the references between them, in both directions. */
export function documentMap(atlas: Atlas): MapData {
  const { columns, regionTies } = atlas.scene;
  const heads = Array.from(columns.starts.subarray(0, -1), (head) => atlas.node(head));
  const tie = (from: number, to: number, count: number): MapTie[] =>
    count > 0 ? [{ source: heads[from].id, target: heads[to].id, kind: 'refers', count }] : [];
  return {
    nodes: heads.filter(isHead),
    ties: Array.from(regionTies.a).flatMap((a, i) => [
      ...tie(a, regionTies.b[i], regionTies.count[i] - regionTies.back[i]),
      ...tie(regionTies.b[i], a, regionTies.back[i]),
    ]),
  };
}

/** "08 Single-Site Orchestration refers to 02 Server: 56 references; back: 7." */
export function describeTie(atlas: Atlas, { source, target }: TieEnds): string {
  const { regionTies, regionOf } = atlas.scene;
  const [from, to] = [atlas.indexOf(source), atlas.indexOf(target)];
  const tie = regionTies.a.findIndex((a, i) => a === regionOf[from] && regionTies.b[i] === regionOf[to]);
  const [total, back] = [regionTies.count[tie], regionTies.back[tie]];
  return `${atlas.labelOf(from)} refers to ${atlas.labelOf(to)}: ${total - back} references${back > 0 ? `; back: ${back}` : ''}. Click to read them.`;
}

/** "guides: 15 documents; most references lead to 02 Server. Click to see them." */
export function describeGroup(atlas: Atlas, group: number): string {
  const { columns, importance } = atlas.scene;
  const regions = [...columns.group.keys()].filter((region) => columns.group[region] === group);
  const centre = regions.reduce((best, region) => (importance[region] > importance[best] ? region : best));
  const name = columns.groups[group] || 'Outside all folders';
  const head = atlas.labelOf(columns.starts[centre]);
  return `${name}: ${plural(regions.length, 'document')}; most references lead to ${head}. Click to see them.`;
}

/**
 * All visible nodes within the picture, with the ties between them. A section or step that is not drawn on its own counts
 * for its document.
 * @param guests nodes that are shown although they are not visible
 */
export function nodesInPicture(
  atlas: Atlas,
  visible: Uint8Array,
  { regions, open }: Shown,
  guests: readonly number[] = [],
): MapData {
  const {
    columns: { starts, tieKind, tieKinds, count, to },
    source,
    regionOf,
  } = atlas.scene;
  const inside = [
    ...regions.map((region) => starts[region]),
    ...open.flatMap((region) => nodesOfRegion(atlas, region)),
  ];
  const nodes = [...new Set([...inside.filter((node) => visible[node]), ...guests])];
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

function nodesOfRegion(
  {
    scene: {
      columns: { starts },
    },
  }: Atlas,
  region: number,
): number[] {
  return Array.from({ length: starts[region + 1] - starts[region] }, (_, i) => starts[region] + i);
}

/** The nodes that the arrow keys can select: with a selected node those that are highlighted with it, without one all in the picture. */
export function reachableByArrows(
  atlas: Atlas,
  visible: Uint8Array,
  shown: Shown,
  { nodes: highlighted = [] }: Highlight,
  selected?: string,
): MapData {
  const { starts } = atlas.scene.columns;
  const centre = selected === undefined ? -1 : atlas.indexOf(selected);
  const drawn = [
    ...shown.regions.map((region) => starts[region]),
    ...shown.open.flatMap((region) => nodesOfRegion(atlas, region)),
  ];
  const nodes = [
    ...new Set([...(centre < 0 ? [] : [centre]), ...highlighted, ...drawn.filter((node) => visible[node])]),
  ].slice(0, MAX_NODES);
  const { a, b, count } = atlas.scene.regionTies;
  const between = (from: number, to: number, references: number): MapTie => ({
    source: atlas.idOf(from),
    target: atlas.idOf(to),
    kind: 'refers',
    count: references,
  });
  const ties =
    centre >= 0
      ? highlighted.filter((node) => node !== centre).map((node) => between(centre, node, 1))
      : shown.regionTies.map((tie) => between(starts[a[tie]], starts[b[tie]], count[tie]));
  return { nodes: nodes.map((node) => atlas.node(node)), ties };
}

/** Indices of the nodes that are new or whose texts or findings have changed; none where comparing would take long. */
export function savedNodes(before: Atlas, after: Atlas): Set<number> {
  if (after.size > MAX_COMPARED_NODES) return new Set();
  const contentOf = ({ about, values, findings, ...node }: MapNode): string =>
    JSON.stringify([labelOf(node), about, values, findings]);
  const known = new Map(
    Array.from({ length: before.size }, (_, i) => before.node(i)).map((node) => [node.id, contentOf(node)]),
  );
  const indices = Array.from({ length: after.size }, (_, i) => i);
  return new Set(
    indices.filter((i) => {
      const node = after.node(i);
      return known.get(node.id) !== contentOf(node);
    }),
  );
}
