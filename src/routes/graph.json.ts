import { currentSnapshot } from '../site/current-snapshot.ts';
import { graphJson } from '../site/json-exports.ts';

export const GET = async (): Promise<Response> => Response.json(graphJson((await currentSnapshot()).graph));
