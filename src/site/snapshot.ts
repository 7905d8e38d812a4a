/** The project as pages see it. Types only: the integration makes the snapshot, the pages read it. */
import type { CheckReport, ContractResult, GraphView } from '#specgraph';
import type { GraphDiff } from '#specgraph/query';

export interface Snapshot {
  graph: GraphView;
  report: CheckReport;
  contracts: ContractResult[];
  /** Changes when any file of the set changes. */
  stamp: string;
  /** Why the last save could not be read, where this is the state before it. */
  trouble?: string;
}

export interface LiveProject {
  /**
   * The current state; cheap when nothing changed since the last call. When a save cannot be read (a broken
   * configuration or contract), the state before it, with `trouble`.
   * @throws {UsageError} when there is no state before it
   */
  current(): Promise<Snapshot>;
  /** What has changed up to a snapshot since the last tagged revision, or why nothing is compared. */
  changesSinceRevision(snapshot: Snapshot): Promise<RevisionChanges | NotCompared>;
}

export interface RevisionChanges {
  /** As the author would name it: a tag, or a short commit id. */
  revision: string;
  /** Day of its commit: "2026-11-23". */
  date: string;
  /** The set as it stood then. */
  before: CheckReport['summary'];
  diff: GraphDiff;
}

/** Why nothing is compared, as a sentence. */
export interface NotCompared {
  reason: string;
}
