import { exportVariables } from '#specgraph';
import { currentSnapshot } from '../site/current-snapshot.ts';

export const GET = async (): Promise<Response> =>
  Response.json(exportVariables((await currentSnapshot()).graph));
