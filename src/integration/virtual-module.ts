import type { Plugin } from 'vite';
import type { LiveProject } from '../site/snapshot.ts';

const MODULE_NAME = 'virtual:specgraph';
const GLOBAL_KEY = 'specgraph.live';

/** How many projects this process has: it may serve several sites. */
let projects = 0;

/**
 * Provides `virtual:specgraph`. Pages are bundled separately from the integration, but run in the same process. The
 * project is passed on through a global, so that both use the same one and a save is read only once.
 */
export function virtualModule(live: LiveProject): Plugin {
  projects += 1;
  const key = `${GLOBAL_KEY}.${projects}`;
  (globalThis as Record<symbol, unknown>)[Symbol.for(key)] = live;
  return {
    name: 'specgraph',
    resolveId: (id) => (id === MODULE_NAME ? `\0${MODULE_NAME}` : undefined),
    load: (id) =>
      id === `\0${MODULE_NAME}`
        ? `export const live = globalThis[Symbol.for(${JSON.stringify(key)})];`
        : undefined,
  };
}
