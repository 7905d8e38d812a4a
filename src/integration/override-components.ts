/** Lets a project replace single components of the theme by its own. */
import { globSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { UsageError } from '#specgraph/usage-error';
import { didYouMean } from '#specgraph/text/did-you-mean';

/** Files by the name of the component that they replace. */
export type ComponentOverrides = Readonly<Record<string, string>>;

/** `src/components/` of the package: `src/` or `lib/` hold this module at the same depth. */
const COMPONENTS = fileURLToPath(new URL('../../src/components/', import.meta.url));

/**
 * A plugin that resolves imports of the theme's components to the files that replace them. The import of a file that
 * replaces a component leads to the original.
 * @param root what the paths are relative to
 * @throws UsageError for a component that the theme lacks
 */
export function overrideComponents(overrides: ComponentOverrides, root: string): Plugin {
  const files = new Map(
    Object.entries(overrides).map(([name, file]) => [originalOf(name), path.resolve(root, file)]),
  );
  return {
    name: 'specgraph-components',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (files.size === 0 || !importer || !/\.astro$/.test(source)) return undefined;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const own = resolved && files.get(path.normalize(resolved.id));
      return own && path.normalize(importer.split('?', 1)[0]) !== own ? own : undefined;
    },
  };
}

/** @returns the path of a component of the theme */
function originalOf(name: string): string {
  const known = globSync('**/*.astro', { cwd: COMPONENTS }).map((file) => path.basename(file, '.astro'));
  const found = globSync(`**/${name}.astro`, { cwd: COMPONENTS })[0];
  if (found) return path.join(COMPONENTS, found);
  const meant = didYouMean(name, known);
  throw new UsageError(
    `components: the theme has no component ${name}`,
    meant ? `did you mean ${meant}?` : `it has ${known.sort().join(', ')}`,
  );
}
