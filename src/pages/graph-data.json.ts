import { mapData } from '../site/graph-data.ts';
import { mapDetails } from '../site/graph-details.ts';
import { isLarge } from '../site/graph-large.ts';
import { currentSnapshot } from '../site/graph.ts';

/** Empty where the page of a large specification draws from other data. */
export const GET = async (): Promise<Response> => {
  const { graph, report } = await currentSnapshot();
  return Response.json(isLarge(graph) ? null : mapDetails(graph, mapData(graph, report.findings)));
};
