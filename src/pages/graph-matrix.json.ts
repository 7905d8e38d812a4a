import { isLarge } from '../site/graph-large.ts';
import { currentSnapshot } from '../site/graph.ts';
import { matrixData } from '../site/matrix-data.ts';

/** Empty for a large specification, which has no matrix. */
export const GET = async (): Promise<Response> => {
  const { graph, contracts } = await currentSnapshot();
  return Response.json(isLarge(graph) ? null : matrixData(graph, contracts));
};
