/** Serves or builds the site of a folder of Markdown that is no Astro project. */
import { access, constants, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig } from 'astro';
import type { GateOptions } from './gate.ts';
import type { Specification } from './several-sets.ts';
import { SiteError } from './site-error.ts';
import { requireSitePackages } from './site-packages.ts';
import { UsageError } from '#specgraph/usage-error';

/** The folder of the package: its `src/` holds the routes. */
const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

export interface SiteOptions extends GateOptions {
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
  /** The specifications between which the switch in the header changes. */
  specifications?: Specification[];
}

/**
 * Builds the site.
 * @param out the folder of the built site, relative to `cwd`
 * @returns why nothing was published, with what can be done; undefined where the site is built
 */
export async function buildSite(options: SiteOptions, out: string): Promise<SiteError | undefined> {
  const { build } = await loadAstro();
  const target = path.resolve(options.cwd, out);
  // What cannot be written is said before the work of a build.
  await mkdir(path.dirname(target), { recursive: true });
  await access(path.dirname(target), constants.W_OK);
  try {
    await build({ ...(await configOf(options)), outDir: target });
    return undefined;
  } catch (error) {
    if (error instanceof SiteError) return error;
    throw error;
  }
}

/**
 * Builds several specifications as one site: each in a folder of its own, with a switch between them in the header. The
 * address of the site leads to the first.
 * @param folders the folders of the documents, relative to `cwd`
 * @param out the folder of the built site, relative to `cwd`
 * @returns why nothing was published, with what can be done; undefined where the sites are built
 * @throws UsageError where two folders would get the same address
 */
export async function buildSites(
  folders: readonly string[],
  options: Omit<SiteOptions, 'folder'>,
  out: string,
): Promise<SiteError | undefined> {
  const sites = await sitesOf(folders, options);
  const [{ entryPage }, { publish }] = await Promise.all([
    import('./several-sets.ts'),
    import('./publish.ts'),
  ]);
  const target = path.resolve(options.cwd, out);
  // All are published together, or none.
  const together = `${target}.together-${process.pid}`;
  try {
    for (const { name, ...site } of sites) {
      const failure = await buildSite({ ...options, ...site }, path.join(together, name));
      if (failure) return failure;
    }
    await writeFile(path.join(together, 'index.html'), entryPage(sites[0].specifications));
    await publish(together, target);
    return undefined;
  } finally {
    await rm(together, { recursive: true, force: true });
  }
}

/** What tells the site of each folder from those of the others. @throws UsageError as `buildSites` */
async function sitesOf(
  folders: readonly string[],
  { cwd, config, base }: Omit<SiteOptions, 'folder'>,
): Promise<(Required<Pick<SiteOptions, 'folder' | 'base' | 'specifications'>> & { name: string })[]> {
  const names = folders.map((folder) => path.basename(path.resolve(cwd, folder)));
  const repeated = names.find((name, i) => names.indexOf(name) < i);
  if (repeated) throw new UsageError(`two folders are called ${repeated}`, 'rename one of them');
  await loadAstro();
  const { nameOfSet } = await import('./several-sets.ts');
  const specifications = await Promise.all(
    folders.map(async (folder, i) => ({
      name: await nameOfSet(cwd, folder, config),
      href: `${withSlashes(base)}${encodeURIComponent(names[i])}/`,
    })),
  );
  return folders.map((folder, i) => ({
    name: names[i],
    folder,
    base: specifications[i].href,
    specifications,
  }));
}

export interface RunningSite {
  url: string;
  stop(): Promise<void>;
}

/** Serves the site and follows the saves of the author. A port that is taken is passed over. */
export async function serveSite(options: SiteOptions, port: number): Promise<RunningSite> {
  const { dev } = await loadAstro();
  const server = await dev({ ...(await configOf(options)), server: { port, host: 'localhost' } });
  const base = withSlashes(options.base);
  return { url: `http://localhost:${server.address.port}${base}`, stop: () => server.stop() };
}

export interface RunningSites {
  /** In the order of the folders. */
  sites: { name: string; url: string }[];
  stop(): Promise<void>;
}

/**
 * Serves several specifications, each at a port of its own, with the switch between them that `buildSites` gives them.
 * @param folders the folders of the documents, relative to `cwd`
 * @param port where to begin to look for free ports
 */
export async function serveSites(
  folders: readonly string[],
  options: Omit<SiteOptions, 'folder'>,
  port: number,
): Promise<RunningSites> {
  const { dev } = await loadAstro();
  const [{ freePorts }, { nameOfSet }] = await Promise.all([
    import('./free-ports.ts'),
    import('./several-sets.ts'),
  ]);
  const base = withSlashes(options.base);
  const ports = await freePorts(port, folders.length);
  const sites = await Promise.all(
    folders.map(async (folder, i) => ({
      name: await nameOfSet(options.cwd, folder, options.config),
      url: `http://localhost:${ports[i]}${base}`,
    })),
  );
  const servers: Awaited<ReturnType<typeof dev>>[] = [];
  const stop = async (): Promise<void> => void (await Promise.all(servers.map((server) => server.stop())));
  try {
    for (const [i, folder] of folders.entries()) {
      const specifications = sites.map(({ name, url }, j) => ({ name, href: j === i ? base : url }));
      const config = await configOf({ ...options, folder, specifications });
      // Two servers that prepare the packages of the browser would write to one folder.
      const vite = { cacheDir: path.join(PACKAGE, 'node_modules/.vite', `site-${i + 1}`) };
      servers.push(await dev({ ...config, vite, server: { port: ports[i], host: 'localhost' } }));
      if (servers[i].address.port !== ports[i])
        throw new UsageError(`port ${ports[i]} was taken by another program`, 'start the command again');
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { sites, stop };
}

/** "docs" → "/docs/" */
function withSlashes(base = '/'): string {
  return `/${base}/`.replace(/\/{2,}/g, '/');
}

/** @throws UsageError where the packages of the site are not installed */
async function loadAstro(): Promise<typeof import('astro')> {
  requireSitePackages();
  // A command that reads documents sends nothing anywhere; Astro reads this when it is loaded.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  return import('astro');
}

async function configOf({
  site,
  base = '/',
  specifications,
  ...options
}: SiteOptions): Promise<AstroInlineConfig> {
  if (!(await stat(path.resolve(options.cwd, options.folder)).catch(() => undefined)))
    throw new UsageError(`${options.folder} does not exist`, 'name a folder of Markdown documents');
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
      ...(site ? [sitemap(sitemapOptions(options.cwd, options.folder))] : []),
      specgraph({ ...options, ...(specifications && { site: { specifications } }) }),
    ],
  };
}
