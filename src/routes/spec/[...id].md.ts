import type { APIRoute } from 'astro';
import { currentSnapshot } from '../../site/current-snapshot.ts';
import { documentPath } from '../../site/urls.ts';

export async function getStaticPaths() {
  const { graph } = await currentSnapshot();
  return graph.documents.map(({ id }) => ({ params: { id: documentPath(id) }, props: { id } }));
}

/** The Markdown source of a document. */
export const GET: APIRoute = async ({ props }) => {
  const { graph } = await currentSnapshot();
  return new Response(graph.document(props.id)!.source, {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
