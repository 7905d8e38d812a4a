/** The only module that imports the virtual module of the integration. All others take the snapshot as a parameter. */
import { live } from 'virtual:specgraph';
import type { NotCompared, RevisionChanges, Snapshot } from './snapshot.ts';

export type { Snapshot } from './snapshot.ts';

/** The current state of the specification. It stays the same during a build, and follows every save in development. */
export function currentSnapshot(): Promise<Snapshot> {
  return live.current();
}

/** The changes since the last tagged revision, or the reason why there is no comparison. */
export function changesSinceRevision(snapshot: Snapshot): Promise<RevisionChanges | NotCompared> {
  return live.changesSinceRevision(snapshot);
}
