/** The graph page of a large specification: all of it as columns that the page fetches, and the documents as a picture. */
import { documentOf, type Finding, type GraphEdge, type GraphView } from '#specgraph';
import { encode, type LargeMap } from '../../map/columns.ts';
import { sceneOf } from '../../map/scene.ts';
import { describe, phaseNames } from './map-data.ts';
import { findingsOf } from './map-findings.ts';
import { labelOfDocument, namePartsOf } from './name-parts.ts';
import { phasesOf, tieKindOf } from '../../map/ties.ts';
import type { MapData, MapNode, MapTie, TieKind } from '../../map/model.ts';
import { BOX } from '../../map/force-layout.ts';
import type { Snapshot } from '../snapshot.ts';
import { urlOfNode, urls } from '../urls.ts';

/** Nodes from which a page is better served by columns and a canvas than by HTML and SVG; see bench/graph/README.md. */
const LARGE_FROM_NODES = 5000;
/** Ties between documents that the picture shows. */
const MAX_PICTURED_TIES = 1500;
/** Weight of the strongest tie: many ties overlap, so that each must be faint. */
const TIE_WEIGHT = 0.3;

/** @param threshold nodes; `LARGE_GRAPH_NODES` of the environment sets another one */
export function isLarge(
  graph: GraphView,
  threshold = Number(process.env.LARGE_GRAPH_NODES) || LARGE_FROM_NODES,
): boolean {
  return graph.nodes.length > threshold;
}

/** All nodes and ties, sections and steps among them, without places. */
export function wholeMap(graph: GraphView, findings: readonly Finding[] = []): MapData {
  const ties = allTies(graph);
  const phases = phasesOf(graph, ties);
  const nodes = graph.nodes
    .filter((node) => node.kind !== 'section' || node.depth > 1)
    .map((node): MapNode => {
      const document =
        node.kind === 'section' || node.kind === 'step'
          ? { document: node.document, phase: phases.get(node.document) }
          : {};
      const appliances = node.kind === 'variable' ? { appliances: node.appliances } : {};
      return {
        id: node.id,
        ...namePartsOf(graph, node.id),
        ...(describeInner(graph, node.id) ?? describe(graph, node.id)),
        url: urlOfNode(graph, node.id) ?? '#',
        phase: phases.get(node.id),
        ...appliances,
        ...document,
        x: 0,
        y: 0,
        r: node.kind === 'document' ? 10 : 2,
      };
    });
  const known = new Set(nodes.map(({ id }) => id));
  return {
    nodes,
    ties: ties.filter(({ source, target }) => known.has(source) && known.has(target)),
    findings: findingsOf(graph, findings),
  };
}

/** The columns, the places of the regions computed: everybody sees the same map. */
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

/** The documents only, at the same places within the box of the static picture, with the strongest of their ties. */
export function documentPicture(graph: GraphView, map = largeMap(graph)): MapData {
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
    // Its dot has no room for a number.
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

export interface LargePage {
  /** Where the columns are. */
  url: string;
  picture: MapData;
  kinds: { kind: MapNode['kind']; title: string; count: number }[];
  phases: { number: number; title: string }[];
  /** Number of findings. */
  findings: number;
  groups: { name: string; documents: { id: string; label: string; url: string }[] }[];
}

const TITLES: Record<MapNode['kind'], string> = {
  document: 'Documents',
  section: 'Sections',
  step: 'Steps',
  variable: 'Variables',
  attribute: 'Attributes',
  requirement: 'Requirements',
  phase: 'Phases',
};

/** What the page of a large specification shows without its script. */
export function largePage({ graph, report }: Snapshot): LargePage {
  const map = largeMap(graph);
  const picture = documentPicture(graph, map);
  const counts = map.kinds.map((_, code) => map.kind.filter((own) => own === code).length);
  const documents = graph.documents.map((facts) => ({
    id: facts.id,
    label: labelOfDocument(facts),
    url: urlOfNode(graph, facts.id) ?? '#',
  }));
  return {
    url: urls.graphLarge(),
    picture,
    phases: phaseNames(graph),
    findings: report.findings.length,
    kinds: (Object.keys(TITLES) as MapNode['kind'][])
      .filter((kind) => map.kinds.includes(kind))
      .map((kind) => ({ kind, title: TITLES[kind], count: counts[map.kinds.indexOf(kind)] })),
    groups: map.groups
      .map((name, group) => ({ name, documents: documents.filter((_, i) => map.group[i] === group) }))
      .filter((group) => group.documents.length > 0),
  };
}

function rounded<T extends Record<string, number>>(place: T): T {
  return Object.fromEntries(
    Object.entries(place).map(([key, value]) => [key, Math.round(10 * value) / 10]),
  ) as T;
}

/** What all folders begin with, to a slash. */
function commonFolder(folders: readonly string[]): string {
  const [first = '', ...others] = folders;
  const parts = first.split('/').slice(0, -1);
  while (parts.length > 0 && !others.every((folder) => folder.startsWith(`${parts.join('/')}/`))) parts.pop();
  return parts.length > 0 ? `${parts.join('/')}/` : '';
}

function describeInner(graph: GraphView, id: string): Pick<MapNode, 'about'> | undefined {
  const node = graph.node(id);
  if (node?.kind === 'step') return { about: node.title };
  if (node?.kind !== 'section') return undefined;
  return { about: `Section of ${labelOfDocument(graph.document(node.document)!)}` };
}

function allTies(graph: GraphView): MapTie[] {
  const ties = new Map<string, MapTie>();
  for (const edge of graph.edges) {
    const kind = kindOf(edge);
    const [source, target] = [ownOf(graph, edge.source), ownOf(graph, edge.target)];
    if (!kind || source === target) continue;
    const key = `${source} ${target} ${kind}`;
    const tie = ties.get(key);
    if (tie) tie.count++;
    else ties.set(key, { source, target, kind, count: 1 });
  }
  return [...ties.values()];
}

function kindOf(edge: GraphEdge): TieKind | undefined {
  return edge.kind === 'contains' ? 'contains' : tieKindOf(edge);
}

/** The title of a document is no node of its own. */
function ownOf(graph: GraphView, id: string): string {
  const node = graph.node(id);
  return node?.kind === 'section' && node.depth <= 1 ? documentOf(id)! : id;
}
