import { currentSnapshot } from '../site/current-snapshot.ts';
import { searchWords } from '../site/search/search-texts.ts';

export const GET = async (): Promise<Response> => Response.json(searchWords((await currentSnapshot()).graph));
