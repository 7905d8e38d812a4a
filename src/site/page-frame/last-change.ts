/** The day of the last change, from the git history. */
import type { Snapshot } from '../snapshot.ts';
import { lastChanges, latestDay } from '../../git/last-changes.ts';

/** The day of the last change to any document; undefined without a complete history. */
export function lastChangeDay({ graph, cwd }: Pick<Snapshot, 'graph' | 'cwd'>): string | undefined {
  return latestDay(
    [...lastChanges(cwd, graph.root)].filter(([file]) => file.endsWith('.md')).map(([, day]) => day),
  );
}
