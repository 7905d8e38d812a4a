import { isLarge, largeMap } from '../site/graph-large.ts';
import { currentSnapshot } from '../site/graph.ts';

/** Empty where the page of a small specification has everything itself. */
export const GET = async (): Promise<Response> => {
  const { graph } = await currentSnapshot();
  return Response.json(isLarge(graph) ? largeMap(graph) : null);
};
