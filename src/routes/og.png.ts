import type { APIRoute } from 'astro';
import { currentSnapshot } from '../site/current-snapshot.ts';
import { pictureSvg } from '../site/pictures/social-picture.ts';
import { png } from '../site/pictures/png.ts';

export const GET: APIRoute = async () => {
  const snapshot = await currentSnapshot();
  return png(pictureSvg(snapshot), snapshot);
};
