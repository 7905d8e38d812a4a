import { currentSnapshot } from '../site/graph.ts';
import { searchTexts } from '../site/search-index.ts';

export const GET = async (): Promise<Response> => Response.json(searchTexts((await currentSnapshot()).graph));
