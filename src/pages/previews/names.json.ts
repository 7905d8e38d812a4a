import { currentSnapshot } from '../../site/graph.ts';
import { previewsOfNames } from '../../site/previews.ts';

export const GET = async (): Promise<Response> => Response.json(previewsOfNames((await currentSnapshot()).graph));
