import { currentSnapshot } from '../site/graph.ts';
import { searchIndex } from '../site/search-index.ts';

export const GET = async (): Promise<Response> => Response.json(searchIndex((await currentSnapshot()).graph));
