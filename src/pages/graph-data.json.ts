import { mapData } from '../site/graph-data.ts';
import { mapDetails } from '../site/graph-details.ts';
import { currentSnapshot } from '../site/graph.ts';

export const GET = async (): Promise<Response> => {
  const { graph, report } = await currentSnapshot();
  return Response.json(mapDetails(graph, mapData(graph, report.findings)));
};
