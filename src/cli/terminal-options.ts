import { fileURLToPath } from 'node:url';
import type { Effects, Output } from './effects.ts';
import { paintFor } from './colors.ts';
import type { Look } from './report.ts';

/** Width where no terminal tells one. */
const PLAIN_WIDTH = 120;

/** How to print on this output. SITE_URL is where the site is published; without it rules are shown from their files. */
export async function lookFor(output: Output, effects: Effects): Promise<Look> {
  const site = effects.env.SITE_URL?.replace(/\/+$/, '');
  return {
    paint: paintFor(output, effects.env),
    columns: Math.max(40, output.columns ?? PLAIN_WIDTH),
    version: await programVersion(effects),
    ruleUrl: (id) => (site ? `${site}/integrity/rules/${id}/` : rulePage(id).href),
  };
}

/** The file that documents a rule. */
export function rulePage(id: string): URL {
  return new URL(`../specgraph/rules/${id}.md`, import.meta.url);
}

/** The version that package.json states. */
export async function programVersion(effects: Effects): Promise<string> {
  const manifest = await effects.readText(fileURLToPath(new URL('../../package.json', import.meta.url)));
  return (JSON.parse(manifest) as { version: string }).version;
}
