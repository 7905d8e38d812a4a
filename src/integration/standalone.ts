/** Serves or builds the site of a folder of Markdown that is no Astro project. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig } from 'astro';
import { SiteError } from './site-error.ts';
import { UsageError } from '#specgraph/usage-error';

/** The folder of the package: its `src/` holds the routes. */
const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

export interface SiteOptions {
  /** Absolute path of the directory in which the command runs. */
  cwd: string;
  /** The folder of the documents, relative to it. */
  folder: string;
  /** A configuration file, or false for none; the nearest one unless given. */
  config?: string | false;
  /** Where the site is published: "https://example.org". Without it there is no sitemap. */
  site?: string;
  /** The folder below it: "/docs/". */
  base?: string;
}

/**
 * Builds the site.
 * @param out the folder of the built site, relative to `cwd`
 * @returns why nothing was published; undefined where the site is built
 */
export async function buildSite(options: SiteOptions, out: string): Promise<string | undefined> {
  const { build } = await loadAstro();
  try {
    await build({ ...(await configOf(options)), outDir: path.resolve(options.cwd, out) });
    return undefined;
  } catch (error) {
    if (error instanceof SiteError) return error.message;
    throw error;
  }
}

export interface RunningSite {
  url: string;
  stop(): Promise<void>;
}

/** Serves the site and follows the saves of the author. A port that is taken is passed over. */
export async function serveSite(options: SiteOptions, port: number): Promise<RunningSite> {
  const { dev } = await loadAstro();
  const server = await dev({ ...(await configOf(options)), server: { port, host: 'localhost' } });
  const base = (options.base ?? '/').replace(/^\/?|\/?$/g, '/').replace(/^\/+$/, '/');
  return { url: `http://localhost:${server.address.port}${base}`, stop: () => server.stop() };
}

const PEERS = [
  'astro@7',
  '@astrojs/markdown-remark@7',
  '@astrojs/sitemap@3',
  '@floating-ui/dom@1',
  'd3@7',
  'fuse.js@7',
  'idiomorph@0.8',
  'sharp@0.35',
];

/** @throws UsageError where the packages of the site are not installed */
async function loadAstro(): Promise<typeof import('astro')> {
  const missing = PEERS.map((peer) => peer.slice(0, peer.lastIndexOf('@'))).filter(
    (name) => !isInstalled(name),
  );
  if (missing.length > 0)
    throw new UsageError(
      `the site needs packages that are not installed: ${missing.join(', ')}`,
      `npm install --save-dev specgraph ${PEERS.join(' ')}`,
    );
  return import('astro');
}

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

async function configOf({ cwd, folder, config, site, base = '/' }: SiteOptions): Promise<AstroInlineConfig> {
  const [{ specgraph }, { default: sitemap }, { sitemapOptions }] = await Promise.all([
    import('./index.ts'),
    import('@astrojs/sitemap'),
    import('./sitemap-options.ts'),
  ]);
  // Astro puts modules that it runs below the working directory, and they must find their packages.
  process.chdir(PACKAGE);
  return {
    configFile: false,
    root: PACKAGE,
    // This folder has no pages: all of them are those of the theme.
    srcDir: path.join(PACKAGE, 'src/integration'),
    publicDir: path.join(PACKAGE, 'src/integration/public'),
    site,
    base,
    trailingSlash: 'always',
    devToolbar: { enabled: false },
    logLevel: 'warn',
    integrations: [
      ...(site ? [sitemap(sitemapOptions(cwd, folder))] : []),
      specgraph({ cwd, folder, config }),
    ],
  };
}
