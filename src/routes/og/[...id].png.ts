import type { APIRoute } from 'astro';
import { currentSnapshot } from '../../site/current-snapshot.ts';
import { documentPath } from '../../site/urls.ts';
import { pictureSvg } from '../../site/pictures/social-picture.ts';
import { png } from '../../site/pictures/png.ts';

export async function getStaticPaths() {
  const { graph } = await currentSnapshot();
  return graph.documents.map(({ id }) => ({ params: { id: documentPath(id) }, props: { id } }));
}

export const GET: APIRoute = async ({ props }) => {
  const snapshot = await currentSnapshot();
  return png(pictureSvg(snapshot, props.id), snapshot);
};
