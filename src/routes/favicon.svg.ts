import type { APIRoute } from 'astro';
import favicon from '../layouts/favicon.svg?raw';

export const GET: APIRoute = () => new Response(favicon, { headers: { 'content-type': 'image/svg+xml' } });
