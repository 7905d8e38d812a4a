import type { APIRoute } from 'astro';
import { currentSnapshot } from '../../site/current-snapshot.ts';
import { pictureSvg } from '../../site/pictures/social-picture.ts';
import { png } from '../../site/pictures/png.ts';

export async function getStaticPaths() {
  const { graph } = await currentSnapshot();
  return graph.documents.map(({ id }) => ({ params: { id } }));
}

export const GET: APIRoute = async ({ params }) => {
  const snapshot = await currentSnapshot();
  return png(pictureSvg(snapshot, params.id), snapshot);
};
