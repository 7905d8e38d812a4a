import type { APIRoute } from 'astro';
import { currentSnapshot } from '../site/current-snapshot.ts';
import { identityOf } from '../site/page-frame/identity.ts';
import { manifest } from '../site/page-frame/meta.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(manifest(identityOf((await currentSnapshot()).graph))), {
    headers: { 'content-type': 'application/manifest+json' },
  });
