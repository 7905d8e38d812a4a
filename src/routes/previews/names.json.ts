import { currentSnapshot } from '../../site/current-snapshot.ts';
import { previewsOfNames } from '../../site/previews/previews.ts';

export const GET = async (): Promise<Response> =>
  Response.json(previewsOfNames((await currentSnapshot()).graph));
