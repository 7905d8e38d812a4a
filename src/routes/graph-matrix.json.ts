import { isLarge } from '../site/graph/columns-of-map.ts';
import { currentSnapshot } from '../site/current-snapshot.ts';
import { matrixData } from '../site/graph/matrix-data.ts';

/** `null` for a large specification, which has no matrix. */
export const GET = async (): Promise<Response> => {
  const { graph, contracts } = await currentSnapshot();
  return Response.json(isLarge(graph) ? null : matrixData(graph, contracts));
};
