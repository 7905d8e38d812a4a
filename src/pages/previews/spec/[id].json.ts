import type { APIRoute } from 'astro';
import { currentSnapshot } from '../../../site/graph.ts';
import { previewsOfDocument } from '../../../site/previews.ts';

export async function getStaticPaths() {
  const { graph } = await currentSnapshot();
  return graph.documents.map(({ id }) => ({ params: { id } }));
}

export const GET: APIRoute = async ({ params }) => {
  const { graph } = await currentSnapshot();
  return Response.json(previewsOfDocument(graph, graph.document(params.id!)!));
};
