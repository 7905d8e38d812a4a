import { mapData } from '../site/graph/map-data.ts';
import { mapDetails } from '../site/graph/map-details.ts';
import { isLarge } from '../site/graph/large-map.ts';
import { currentSnapshot } from '../site/current-snapshot.ts';

/** `null` for a large specification, whose page uses graph-large.json instead. */
export const GET = async (): Promise<Response> => {
  const { graph, report } = await currentSnapshot();
  return Response.json(isLarge(graph) ? null : mapDetails(graph, mapData(graph, report.findings)));
};
