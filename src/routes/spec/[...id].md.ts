import type { APIRoute } from 'astro';
import { currentSnapshot } from '../../site/current-snapshot.ts';

export async function getStaticPaths() {
  const { graph } = await currentSnapshot();
  return graph.documents.map(({ id }) => ({ params: { id } }));
}

/** The Markdown source of a document. */
export const GET: APIRoute = async ({ params }) => {
  const { graph } = await currentSnapshot();
  return new Response(graph.document(params.id!)!.source, {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
