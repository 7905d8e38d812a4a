/** The site's only door to the integration: everything else takes the snapshot as a parameter. */
import { liveProject, type Snapshot } from '../integration/live-project.ts';
import { nodeUrl } from './urls.ts';

export type { Snapshot } from '../integration/live-project.ts';

const live = liveProject(process.cwd());

/** The specification as it stands now: in a build always the same, in development as last saved. */
export function currentSnapshot(): Promise<Snapshot> {
  return live.current();
}

/** URL of any node of the graph. */
export function urlOfNode({ graph }: Pick<Snapshot, 'graph'>, id: string): string | undefined {
  return nodeUrl(id, (step) => {
    const node = graph.node(step);
    return node?.kind === 'step' ? node.slug : undefined;
  });
}
