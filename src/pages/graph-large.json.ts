import { isLarge, largeMap } from '../site/graph/large-map.ts';
import { currentSnapshot } from '../site/current-snapshot.ts';

/** `null` for a small specification, whose page contains all data itself. */
export const GET = async (): Promise<Response> => {
  const { graph, report } = await currentSnapshot();
  return Response.json(isLarge(graph) ? largeMap(graph, report.findings) : null);
};
