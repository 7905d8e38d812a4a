import type { APIRoute } from 'astro';
import favicon from '../layouts/favicon.svg?raw';
import { png } from '../site/pictures/png.ts';

export const GET: APIRoute = () => png(favicon, { width: 180 });
