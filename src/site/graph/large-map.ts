/** The graph page of a large specification: all nodes as columns that the page fetches, and the documents as a picture. */
import type { Finding, GraphView } from '#specgraph';
import { encode, type LargeMap } from '../../map/columns.ts';
import type { MapData, MapNode } from '../../map/model.ts';
import { sceneOf } from '../../map/scene.ts';
import { numberAndTitle } from '../document-names.ts';
import type { Snapshot } from '../snapshot.ts';
import { urlOfNode, urls } from '../urls.ts';
import { documentPicture } from './document-picture.ts';
import { titleOfKind } from '../kinds/labels.ts';
import { phaseNames } from './map-data.ts';
import { wholeMap } from './whole-map.ts';

/** The number of nodes from which columns and a canvas are faster than HTML and SVG; see bench/graph/README.md. */
const LARGE_FROM_NODES = 5000;

/** @param threshold nodes; `LARGE_GRAPH_NODES` of the environment sets another one */
export function isLarge(
  graph: GraphView,
  threshold = Number(process.env.LARGE_GRAPH_NODES) || LARGE_FROM_NODES,
): boolean {
  return graph.nodes.length > threshold;
}

/** The columns with the places of the regions, which are computed here so that every reader sees the same map. */
export function largeMap(graph: GraphView, findings: readonly Finding[] = []): LargeMap {
  const folders = new Map(
    graph.documents.map(({ id, path }) => [id, path.slice(0, path.lastIndexOf('/') + 1)]),
  );
  const common = commonFolder([...folders.values()]);
  // A set without folders is grouped by its phases.
  const hasFolders = new Set(folders.values()).size > 1;
  const groupOf = ({ id, phase }: MapNode): string =>
    hasFolders ? folders.get(id)!.slice(common.length).replace(/\/$/, '') : phase ? `Phase ${phase}` : '';
  const map = encode(wholeMap(graph, findings), groupOf);
  const places = sceneOf(map).regions.flatMap(({ x, y }) => [
    Math.round(10 * x) / 10,
    Math.round(10 * y) / 10,
  ]);
  return { ...map, places };
}

export interface LargePage {
  /** URL of the columns. */
  url: string;
  picture: MapData;
  kinds: { kind: MapNode['kind']; title: string; count: number }[];
  phases: { number: number; title: string }[];
  /** Number of findings. */
  findings: number;
  groups: { name: string; documents: { id: string; label: string; url: string }[] }[];
}

/** The content of the page of a large specification without its script. */
export function largePage({ graph, report }: Snapshot): LargePage {
  const map = largeMap(graph);
  const picture = documentPicture(graph, map);
  const counts = map.kinds.map((_, code) => map.kind.filter((kindCode) => kindCode === code).length);
  const documents = graph.documents.map((facts) => ({
    id: facts.id,
    label: numberAndTitle(facts),
    url: urlOfNode(graph, facts.id) ?? '#',
  }));
  return {
    url: urls.graphLarge(),
    picture,
    phases: phaseNames(graph),
    findings: report.findings.length,
    kinds: graph.kinds
      .filter(({ id }) => map.kinds.includes(id))
      .map((kind) => ({
        kind: kind.id,
        title: titleOfKind(kind),
        count: counts[map.kinds.indexOf(kind.id)],
      })),
    groups: map.groups
      .map((name, group) => ({ name, documents: documents.filter((_, i) => map.group[i] === group) }))
      .filter((group) => group.documents.length > 0),
  };
}

/** The common beginning of all folders, up to a slash. */
function commonFolder(folders: readonly string[]): string {
  const [first = '', ...others] = folders;
  const parts = first.split('/').slice(0, -1);
  while (parts.length > 0 && !others.every((folder) => folder.startsWith(`${parts.join('/')}/`))) parts.pop();
  return parts.length > 0 ? `${parts.join('/')}/` : '';
}
