/** The earlier revision with which `check --since` compares the set. */
import {
  followPointers,
  pointerPlaces,
  readGraph,
  type Contract,
  type GraphView,
  type PlacedPointer,
} from '#specgraph';
import type { Project } from '#specgraph/load';
import { mergeBase, readFileAt, readRevision } from '../git/read-revision.ts';
import type { Effects } from './effects.ts';

export interface BaseRevision {
  view: GraphView;
  /** The commit that was read. */
  commit: string;
  contracts: readonly Contract[];
}

/** Contracts and configuration with the present numbers of the sections that they name. */
export interface Followed {
  config: Project['config'];
  contracts: Contract[];
  pointers: PlacedPointer[];
}

/**
 * Reads the set as it was where the present branch and a revision have developed apart.
 * @throws UsageError when the revision does not exist, or holds no documents
 */
export async function readBase(revision: string, current: Project, effects: Effects): Promise<BaseRevision> {
  const commit = await mergeBase(revision, effects.git);
  const { corpus, config, contracts } = await readRevision(commit, current.corpus.root, current, effects.git);
  return { view: readGraph(corpus, config), commit, contracts };
}

/** Follows the sections that configuration and contracts name; files that were changed since are left as they are. */
export async function followSince(
  base: BaseRevision,
  project: Project,
  view: GraphView,
  effects: Effects,
): Promise<Followed> {
  const contractsBefore = new Map(
    base.contracts.map((contract) => [contract.file, JSON.stringify(contract)]),
  );
  const { config, contracts, moved } = followPointers(base.view, view, project.contracts, {
    configFile: await unchangedConfig(base.commit, project, effects),
    contracts: project.contracts.filter(
      (contract) => contractsBefore.get(contract.file) === JSON.stringify(contract),
    ),
  });
  const sources = new Map<string, string>();
  for (const { file } of moved) sources.set(file, sources.get(file) ?? (await effects.readText(file)));
  const pointers = moved.map((pointer) => ({
    pointer,
    file: pointer.file,
    places: pointerPlaces(pointer, sources.get(pointer.file)!),
  }));
  return { config, contracts, pointers };
}

/** The path of the configuration, unless it was changed since. */
async function unchangedConfig(
  commit: string,
  { configFile }: Project,
  effects: Effects,
): Promise<string | undefined> {
  if (configFile === undefined) return undefined;
  const [before, now] = await Promise.all([
    readFileAt(commit, configFile, effects.git),
    effects.readText(configFile),
  ]);
  return before === now ? configFile : undefined;
}
