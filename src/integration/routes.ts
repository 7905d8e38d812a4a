/** The routes of the site. A project that has a page at the same address replaces it. */
import { existsSync } from 'node:fs';
import type { GraphView } from '#specgraph';
import { hasPage, type PartialPage } from '../site/page-frame/partial-pages.ts';

/** `src/` of the package: `src/` or `lib/` hold this module at the same depth. */
const SOURCE = new URL('../../src/', import.meta.url);

interface Route {
  pattern: string;
  /** Module in `src/routes/`. */
  module: string;
  /** The page whose content decides whether there is such a route; always unless given. */
  of?: PartialPage;
}

const ROUTES: readonly Route[] = [
  { pattern: '/', module: 'index.astro' },
  { pattern: '/about', module: 'about.astro' },
  { pattern: '/404', module: '404.astro' },
  { pattern: '/spec/[...id]', module: 'spec/[...id].astro' },
  { pattern: '/spec/[...id].md', module: 'spec/[...id].md.ts' },
  { pattern: '/graph', module: 'graph.astro' },
  { pattern: '/print', module: 'print.astro' },
  { pattern: '/integrity', module: 'integrity/index.astro' },
  { pattern: '/integrity/rules/[id]', module: 'integrity/rules/[id].astro' },
  { pattern: '/kinds', module: 'kinds/index.astro', of: 'kinds' },
  { pattern: '/kinds/[kind]', module: 'kinds/[kind]/index.astro', of: 'kinds' },
  { pattern: '/kinds/[kind]/[...thing]', module: 'kinds/[kind]/[...thing].astro', of: 'kinds' },
  { pattern: '/kinds.css', module: 'kinds.css.ts', of: 'kinds' },
  { pattern: '/variables', module: 'variables/index.astro', of: 'variables' },
  { pattern: '/variables/[name]', module: 'variables/[name].astro', of: 'variables' },
  { pattern: '/variables/builder', module: 'variables/builder.astro', of: 'builder' },
  { pattern: '/variables.json', module: 'variables.json.ts', of: 'variables' },
  { pattern: '/attributes', module: 'attributes.astro', of: 'attributes' },
  { pattern: '/boot', module: 'boot.astro', of: 'boot' },
  { pattern: '/phases', module: 'phases/index.astro', of: 'phases' },
  { pattern: '/phases/[number]', module: 'phases/[number].astro', of: 'phases' },
  { pattern: '/requirements', module: 'requirements/index.astro', of: 'requirements' },
  { pattern: '/graph.json', module: 'graph.json.ts' },
  { pattern: '/graph-data.json', module: 'graph-data.json.ts' },
  { pattern: '/graph-map.json', module: 'graph-map.json.ts' },
  { pattern: '/graph-matrix.json', module: 'graph-matrix.json.ts' },
  { pattern: '/previews/names.json', module: 'previews/names.json.ts' },
  { pattern: '/previews/spec/[...id].json', module: 'previews/spec/[...id].json.ts' },
  { pattern: '/previews/uses/[...node].json', module: 'previews/uses/[...node].json.ts' },
  { pattern: '/search-index.json', module: 'search-index.json.ts' },
  { pattern: '/search-words.json', module: 'search-words.json.ts' },
  { pattern: '/search-text/[...id].json', module: 'search-text/[...id].json.ts' },
  { pattern: '/llms.txt', module: 'llms.txt.ts' },
  { pattern: '/robots.txt', module: 'robots.txt.ts' },
  { pattern: '/manifest.webmanifest', module: 'manifest.webmanifest.ts' },
  { pattern: '/og.png', module: 'og.png.ts' },
  { pattern: '/og/[...id].png', module: 'og/[...id].png.ts' },
  { pattern: '/favicon.svg', module: 'favicon.svg.ts' },
  { pattern: '/apple-touch-icon.png', module: 'apple-touch-icon.png.ts' },
];

/**
 * The routes that a set has, with the module of each.
 * @param graph undefined for a set that cannot be read yet: it may get any page
 * @param publicFolder files in it come before routes of the same name
 * @param sourceFolder `src/` of the project: pages in its `pages/` replace routes of the same address
 */
export function routesOf(
  graph: GraphView | undefined,
  publicFolder: URL,
  sourceFolder: URL,
): { pattern: string; entrypoint: URL }[] {
  const isReplaced = (pattern: string): boolean =>
    /\.\w+$/.test(pattern)
      ? existsSync(new URL(`.${pattern}`, publicFolder))
      : hasOwnPage(pattern, new URL('pages/', sourceFolder));
  return ROUTES.filter(
    ({ pattern, of }) =>
      (of === undefined || graph === undefined || hasPage(of, graph)) && !isReplaced(pattern),
  ).map(({ pattern, module }) => ({
    pattern,
    entrypoint: new URL(`routes/${module}`, SOURCE),
  }));
}

const PAGE_EXTENSIONS = ['astro', 'mdx', 'md', 'html', 'ts', 'js'];

/** Whether a folder of pages has one at the address: Astro warns where two routes have the same. */
function hasOwnPage(pattern: string, pages: URL): boolean {
  const names = pattern === '/' ? ['./index'] : [`.${pattern}`, `.${pattern}/index`];
  return names.some((name) =>
    PAGE_EXTENSIONS.some((extension) => existsSync(new URL(`${name}.${extension}`, pages))),
  );
}

/** A module of the client, as an absolute path that Vite serves. */
export function clientModule(name: string): URL {
  return new URL(`client/${name}`, SOURCE);
}
