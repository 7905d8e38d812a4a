import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Effects, Output } from './effects.ts';
import { paintFor } from './colors.ts';
import type { TerminalOptions } from './report.ts';

/** Width of output that does not go to a terminal. */
export const DEFAULT_COLUMNS = 120;

/** How to print to this output. Rules are linked to the published site (SITE_URL), or else to their files. */
export async function terminalOptions(output: Output, effects: Effects): Promise<TerminalOptions> {
  const siteUrl = effects.env.SITE_URL?.replace(/\/+$/, '');
  return {
    paint: paintFor(output, effects.env),
    columns: Math.max(40, output.columns ?? DEFAULT_COLUMNS),
    cwd: effects.cwd,
    version: await programVersion(effects),
    ruleUrl: (id) => (siteUrl ? `${siteUrl}/integrity/rules/${id}/` : rulePageFile(id).href),
  };
}

/** The Markdown file that documents a rule: beside its module, in the engine or in a profile. */
export function rulePageFile(id: string): URL {
  const inEngine = new URL(`../specgraph/rules/${id}.md`, import.meta.url);
  if (existsSync(inEngine)) return inEngine;
  const profiles = new URL('../profiles/', import.meta.url);
  const inProfiles = readdirSync(profiles).map((name) => new URL(`${name}/rules/${id}.md`, profiles));
  return inProfiles.find((file) => existsSync(file)) ?? inEngine;
}

/** The version that package.json states. */
export async function programVersion(effects: Effects): Promise<string> {
  const manifest = await effects.readText(fileURLToPath(new URL('../../package.json', import.meta.url)));
  return (JSON.parse(manifest) as { version: string }).version;
}
