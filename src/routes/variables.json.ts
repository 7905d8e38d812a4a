import { currentSnapshot } from '../site/current-snapshot.ts';
import { variablesJson } from '../site/json-exports.ts';

export const GET = async (): Promise<Response> =>
  Response.json(variablesJson((await currentSnapshot()).graph));
