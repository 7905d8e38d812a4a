import { currentSnapshot } from '../site/current-snapshot.ts';
import { searchTexts } from '../site/search/search-texts.ts';

export const GET = async (): Promise<Response> => Response.json(searchTexts((await currentSnapshot()).graph));
