/** The map as the columns that the graph page fetches: nodes, ties, layers, findings and changes. */
import { isPhase, type Finding, type GraphView } from '#specgraph';
import { encode, type LargeMap } from '../../map/columns.ts';
import { composeDocuments, composeGroups } from '../../map/composition.ts';
import type { NotCompared, RevisionChanges } from '../snapshot.ts';
import { changedDocuments } from './changed-documents.ts';
import { wholeMap } from './whole-map.ts';

/** The number of nodes from which the page has neither sentences, a matrix nor a list of all nodes. */
const LARGE_FROM_NODES = 5000;

/** @param threshold nodes; `LARGE_GRAPH_NODES` of the environment sets another one */
export function isLarge(
  graph: GraphView,
  threshold = Number(process.env.LARGE_GRAPH_NODES) || LARGE_FROM_NODES,
): boolean {
  return graph.nodes.length > threshold;
}

/** All places follow from the layers, which are computed here so that every reader sees the same map. */
export function columnsOfMap(
  graph: GraphView,
  findings: readonly Finding[] = [],
  since?: RevisionChanges | NotCompared,
): LargeMap {
  const folders = foldersOf(graph);
  const map = encode(
    wholeMap(graph, findings),
    ({ id }) => folders?.get(id) ?? '',
    changedDocuments(graph, since),
  );
  if (folders) return composeGroups(map);
  const phases = phaseLayers(graph);
  // Nodes without a document have a region of their own after those of the documents.
  const layers = map.sizes.map((_, region) => phases?.layers[region] ?? (phases?.names.length ?? 1) - 1);
  return composeDocuments(map, phases && { layers, names: phases.names });
}

/** The folder of each document, without the beginning that all share; undefined where all stand in one folder. */
function foldersOf(graph: GraphView): Map<string, string> | undefined {
  const folders = new Map(
    graph.documents.map(({ id, path }) => [id, path.slice(0, path.lastIndexOf('/') + 1)]),
  );
  if (new Set(folders.values()).size < 2) return undefined;
  const common = commonFolder([...folders.values()]);
  return new Map([...folders].map(([id, folder]) => [id, folder.slice(common.length).replace(/\/$/, '')]));
}

/** The common beginning of all folders, up to a slash. */
function commonFolder(folders: readonly string[]): string {
  const [first = '', ...others] = folders;
  const parts = first.split('/').slice(0, -1);
  while (parts.length > 0 && !others.every((folder) => folder.startsWith(`${parts.join('/')}/`))) parts.pop();
  return parts.length > 0 ? `${parts.join('/')}/` : '';
}

/**
 * The layer of each document by the phases that introduced it: a phase comes after all phases that it depends on.
 * Documents of several phases, such as the overview, come first. Undefined where the set has less than two phases.
 */
function phaseLayers(graph: GraphView): { layers: number[]; names: string[] } | undefined {
  const depths = depthsOfPhases(graph);
  const phasesOf = graph.documents.map(({ id }) => graph.documentNode(id).phases);
  const used = new Set(
    phasesOf.filter((phases) => phases.length === 1).map(([phase]) => depths.get(phase) ?? 0),
  );
  if (used.size < 2) return undefined;
  const order = [...used].sort((a, b) => a - b);
  const hasOverview = phasesOf.some((phases) => phases.length !== 1);
  const first = hasOverview ? 1 : 0;
  const layers = phasesOf.map((phases) =>
    phases.length === 1 ? first + order.indexOf(depths.get(phases[0]) ?? 0) : 0,
  );
  const nameOf = (depth: number): string => {
    const own = new Set(phasesOf.filter((phases) => phases.length === 1).map(([phase]) => phase));
    const phases = [...own]
      .filter((phase) => (depths.get(phase) ?? 0) === depth)
      .sort((a, b) => Number(a) - Number(b));
    return phases.length === 1
      ? `Phase ${phases[0]}`
      : `Phases ${phases.slice(0, -1).join(', ')} and ${phases.at(-1)}`;
  };
  return { layers, names: [...(hasOverview ? ['Overview'] : []), ...order.map(nameOf)] };
}

/** How many phases must come before each phase; where no phase depends on another, their order. */
function depthsOfPhases(graph: GraphView): Map<string, number> {
  const phases = graph.nodes.filter(isPhase).toSorted((a, b) => Number(a.number) - Number(b.number));
  const dependsOn = Map.groupBy(
    graph.edges.filter(({ kind }) => kind === 'depends'),
    ({ source }) => source,
  );
  if (dependsOn.size === 0) return new Map(phases.map(({ number }, i) => [String(number), i]));
  const depthOf = (id: string, above: ReadonlySet<string>): number =>
    Math.max(
      0,
      ...(dependsOn.get(id) ?? [])
        .filter(({ target }) => !above.has(target))
        .map(({ target }) => 1 + depthOf(target, new Set([...above, target]))),
    );
  return new Map(phases.map(({ id, number }) => [String(number), depthOf(id, new Set([id]))]));
}
