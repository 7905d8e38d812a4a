import type { APIRoute } from 'astro';
import { currentSnapshot } from '../site/current-snapshot.ts';
import { llmsText } from '../site/llms.ts';

export const GET: APIRoute = async ({ site }) => {
  const { graph } = await currentSnapshot();
  return new Response(
    llmsText(graph, (path) => (site ? new URL(path, site).href : path)),
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
};
