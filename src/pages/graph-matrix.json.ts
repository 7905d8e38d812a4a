import { matrixData } from '../site/matrix-data.ts';
import { currentSnapshot } from '../site/graph.ts';

export const GET = async (): Promise<Response> => {
  const { graph, contracts } = await currentSnapshot();
  return Response.json(matrixData(graph, contracts));
};
