import { currentSnapshot } from '../site/current-snapshot.ts';
import { searchIndex } from '../site/search/search-index.ts';

export const GET = async (): Promise<Response> => Response.json(searchIndex((await currentSnapshot()).graph));
