import { changesSinceRevision, currentSnapshot } from '../site/current-snapshot.ts';
import { columnsOfMap } from '../site/graph/columns-of-map.ts';

export const GET = async (): Promise<Response> => {
  const snapshot = await currentSnapshot();
  const since = await changesSinceRevision(snapshot);
  return Response.json(columnsOfMap(snapshot.graph, snapshot.report.findings, since));
};
