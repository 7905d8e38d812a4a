import type { APIRoute } from 'astro';
import { currentSnapshot } from '../site/graph.ts';
import { pictureSvg } from '../site/og.ts';
import { png } from '../site/png.ts';

export const GET: APIRoute = async () => png(pictureSvg(await currentSnapshot()));
