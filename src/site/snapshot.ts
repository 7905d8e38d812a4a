/** The project as the pages see it: types only. The integration creates the snapshot, the pages read it. */
import type { CheckReport, ContractResult, GraphView } from '#specgraph';
import type { GraphDiff } from '#specgraph/query';
import type { EarlierWork } from '../payloads/earlier-work.ts';

export interface Snapshot {
  graph: GraphView;
  report: CheckReport;
  contracts: ContractResult[];
  /** Absolute path of the folder that all paths are relative to. */
  cwd: string;
  /**
   * The path below the repository of a file that a document refers to, such as a picture. The site then holds a copy of it.
   * @param from path of the document
   * @returns undefined for pages, other sites, and files that are hidden or do not exist
   */
  linkedFile(url: string, from: string): string | undefined;
  /** The rules of the context builder, as YAML; absent where the configuration names none. */
  builderRules?: string;
  /** What earlier builds made; absent in a server. */
  earlier?: EarlierWork;
  /** Changes when any file of the set changes. */
  stamp: string;
  /** Why the last save could not be read; this is then the state before it. */
  trouble?: string;
}

export interface LiveProject {
  /**
   * The current state. Reads files only if something has changed since the last call. When a save cannot be read (a
   * broken configuration or contract), gives the state before it, with `trouble`.
   * @throws {UsageError} when there is no state before it
   */
  current(): Promise<Snapshot>;
  /** The changes between the last tagged revision and a snapshot, or the reason why there is no comparison. */
  changesSinceRevision(snapshot: Snapshot): Promise<RevisionChanges | NotCompared>;
}

export interface RevisionChanges {
  /** Name of the revision: a tag or a short commit id. */
  revision: string;
  /** Day of its commit: "2026-11-23". */
  date: string;
  /** The summary of the set at that revision. */
  before: CheckReport['summary'];
  diff: GraphDiff;
}

/** The reason why there is no comparison, as a sentence. */
export interface NotCompared {
  reason: string;
}
