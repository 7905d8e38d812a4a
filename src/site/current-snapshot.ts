/** The site's only door to the integration: everything else takes the snapshot as a parameter. */
import { live } from 'virtual:specgraph';
import type { NotCompared, RevisionChanges, Snapshot } from './snapshot.ts';

export type { Snapshot } from './snapshot.ts';

/** The specification as it stands now: in a build always the same, in development as last saved. */
export function currentSnapshot(): Promise<Snapshot> {
  return live.current();
}

/** What has changed since the last tagged git revision, where there is one. */
export function changesSinceRevision(snapshot: Snapshot): Promise<RevisionChanges | NotCompared> {
  return live.changesSinceRevision(snapshot);
}
