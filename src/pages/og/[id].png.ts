import type { APIRoute } from 'astro';
import { currentSnapshot } from '../../site/graph.ts';
import { pictureSvg } from '../../site/og.ts';
import { png } from '../../site/png.ts';

export async function getStaticPaths() {
  const { graph } = await currentSnapshot();
  return graph.documents.map(({ id }) => ({ params: { id } }));
}

export const GET: APIRoute = async ({ params }) => png(pictureSvg(await currentSnapshot(), params.id));
