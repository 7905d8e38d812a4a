/** The data of the graph page: controls, story, list. The map itself is fetched. */
import { countMentions, type GraphView } from '#specgraph';
import { HEAD_KIND } from '../../map/kinds.ts';
import type { MapKind, MapNode } from '../../map/model.ts';
import { labelOf } from '../../map/names.ts';
import { titleOfKind } from '../kinds/labels.ts';
import type { NotCompared, RevisionChanges, Snapshot } from '../snapshot.ts';
import { urls } from '../urls.ts';
import { componentWord } from '../words.ts';
import { changedDocuments } from './changed-documents.ts';
import { isLarge } from './columns-of-map.ts';
import { isOuterKind } from './outer-kinds.ts';
import { atlasOf } from './picture.ts';
import { storyOf, type StoryPart } from './story.ts';
import { phaseNames } from './phase-names.ts';
import { wholeMap } from './whole-map.ts';

export interface ListedNode extends Pick<MapNode, 'id' | 'kind' | 'url' | 'about' | 'phase'> {
  label: string;
  /** References to others, and from others. */
  out: number;
  into: number;
}

export interface GraphPage {
  urls: { map: string; sentences?: string; promises?: string };
  kinds: { kind: MapKind; title: string; count: number }[];
  firstKinds: MapKind[];
  components: { name: string; count: number }[];
  /** How the set calls them: "component". */
  componentWord: string;
  phases: { number: number; title: string }[];
  /** Number of findings. */
  findings: number;
  /** The revision that the build compared with; empty where it compared with none. */
  revision: string;
  story: StoryPart[][];
  /** The list: a table for each kind; of a large set, one for the documents of each folder. */
  groups: { title: string; rows: ListedNode[] }[];
}

export function graphPage({ graph, report }: Snapshot, since?: RevisionChanges | NotCompared): GraphPage {
  const map = wholeMap(graph);
  const large = isLarge(graph);
  const counts = Map.groupBy(map.nodes, ({ kind }) => kind);
  const known = graph.kinds.filter(({ id }) => counts.has(id));
  const kinds = [...known.filter(isOuterKind), ...known.filter((kind) => !isOuterKind(kind))];
  const phases = phaseNames(graph);
  return {
    urls: {
      map: urls.graphMap(),
      ...(!large && { sentences: urls.graphData(), promises: urls.graphMatrix() }),
    },
    kinds: kinds.map((kind) => ({
      kind: kind.id,
      title: titleOfKind(kind),
      count: counts.get(kind.id)!.length,
    })),
    firstKinds: [HEAD_KIND],
    components: [
      ...Map.groupBy(
        map.nodes.flatMap(({ components = [] }) => components),
        (name) => name,
      ),
    ].map(([name, all]) => ({ name, count: all.length })),
    componentWord: componentWord(graph),
    phases,
    findings: report.findings.length,
    revision: changedDocuments(graph, since).revision,
    story: storyOf(atlasOf(graph), phases),
    groups: large
      ? documentsByFolder(graph, listedNodes(graph, map))
      : nodesByKind(kinds.filter(isOuterKind), listedNodes(graph, map)),
  };
}

/** The nodes outside documents with their mentions, and the documents with their numbers of references. */
function listedNodes(graph: GraphView, { nodes, ties }: ReturnType<typeof wholeMap>): ListedNode[] {
  const owners = new Map(nodes.map(({ id, document }) => [id, document ?? id]));
  const out = new Map<string, number>();
  for (const { source, target, kind, count } of ties) {
    const [from, to] = [owners.get(source)!, owners.get(target)!];
    if (kind === 'contains' || from === to) continue;
    out.set(from, (out.get(from) ?? 0) + count);
  }
  return nodes
    .filter(({ document }) => document === undefined)
    .map((node) => ({
      id: node.id,
      kind: node.kind,
      url: node.url,
      about: node.about,
      phase: node.phase,
      label: labelOf(node),
      out: out.get(node.id) ?? 0,
      into:
        node.kind === HEAD_KIND ? graph.referencesTo(node.id).length : countMentions(graph.incoming(node.id)),
    }));
}

function nodesByKind(kinds: GraphView['kinds'], nodes: readonly ListedNode[]): GraphPage['groups'] {
  return kinds.map((kind) => ({
    title: titleOfKind(kind),
    rows: nodes.filter((node) => node.kind === kind.id),
  }));
}

function documentsByFolder(graph: GraphView, nodes: readonly ListedNode[]): GraphPage['groups'] {
  const folderOf = ({ id }: ListedNode): string => graph.document(id)!.path.split('/').slice(0, -1).join('/');
  return [
    ...Map.groupBy(
      nodes.filter(({ kind }) => kind === HEAD_KIND),
      folderOf,
    ),
  ].map(([folder, rows]) => ({
    title: folder || 'The whole set',
    rows,
  }));
}
