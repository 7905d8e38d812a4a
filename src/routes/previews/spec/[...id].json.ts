import type { APIRoute } from 'astro';
import { currentSnapshot } from '../../../site/current-snapshot.ts';
import { documentPath } from '../../../site/urls.ts';
import { previewsOfDocument } from '../../../site/previews/previews.ts';

export async function getStaticPaths() {
  const { graph } = await currentSnapshot();
  return graph.documents.map(({ id }) => ({ params: { id: documentPath(id) }, props: { id } }));
}

export const GET: APIRoute = async ({ props }) => {
  const { graph } = await currentSnapshot();
  return Response.json(previewsOfDocument(graph, graph.document(props.id)!));
};
