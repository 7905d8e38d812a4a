import { currentSnapshot } from '../site/current-snapshot.ts';
import { isLarge } from '../site/graph/columns-of-map.ts';
import { fetchedSentences } from '../site/graph/map-sentences.ts';
import { wholeMap } from '../site/graph/whole-map.ts';

/** The sentences of all references; `null` for a large specification. */
export const GET = async (): Promise<Response> => {
  const { graph, report } = await currentSnapshot();
  if (isLarge(graph)) return Response.json(null);
  return Response.json(fetchedSentences(graph, wholeMap(graph, report.findings)));
};
