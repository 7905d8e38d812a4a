import { mapData } from '../site/graph/map-data.ts';
import { mapDetails } from '../site/graph/map-details.ts';
import { isLarge } from '../site/graph/large-map.ts';
import { currentSnapshot } from '../site/current-snapshot.ts';

/** Empty where the page of a large specification draws from other data. */
export const GET = async (): Promise<Response> => {
  const { graph, report } = await currentSnapshot();
  return Response.json(isLarge(graph) ? null : mapDetails(graph, mapData(graph, report.findings)));
};
