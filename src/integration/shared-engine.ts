/** Lets the pages of a build run with the modules of the engine that the integration has loaded already. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** `src/` of the repository, or `lib/` of the package. */
const CODE_FOLDER = fileURLToPath(new URL('..', import.meta.url));
/** `src/` of both, which the pages import. */
const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));
/** Rooms that Node runs as they are: they hold no components and no style sheets. */
const ROOMS = ['specgraph', 'profiles'];

/**
 * A plugin for builds. The engine is half of the modules that the pages import: bundling it again takes a fifth of a
 * build. The scripts of the browser are bundled as before, and a server reads the engine anew when it changes.
 */
export function sharedEngine(): Plugin {
  return {
    name: 'specgraph-engine',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name !== 'client',
    resolveId: {
      filter: { id: /^#|[\\/](?:specgraph|profiles)[\\/]/ },
      async handler(source, importer, options) {
        const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
        const loaded = resolved ? loadedModule(resolved.id) : undefined;
        return loaded === undefined ? resolved : { id: loaded, external: true };
      },
    },
  };
}

/** @returns the address under which Node has the module; undefined for one that is not of the engine */
function loadedModule(id: string): string | undefined {
  const name = path.relative(SOURCE, id);
  if (!ROOMS.some((room) => name.startsWith(room + path.sep)) || !name.endsWith('.ts')) return undefined;
  const ownExtension = path.extname(import.meta.url);
  return pathToFileURL(path.join(CODE_FOLDER, name.replace(/\.ts$/, ownExtension))).href;
}
