/** The Astro integration. A build fails on errors of the check and on dead links; the dev server follows saves. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import type { GraphView, SiteConfig } from '#specgraph';
import { UsageError } from '#specgraph/usage-error';
import { CODE_COLOURS } from '../site/code-colours.ts';
import type { LiveProject } from '../site/snapshot.ts';
import { earlierBuilds, type KeptBuild } from './earlier-builds.ts';
import { passGate, type GateOptions } from './gate.ts';
import { sendLinkedFiles, type LinkedFiles } from './linked-files.ts';
import { followSaves } from './live/follow-saves.ts';
import { clientModule, routesOf } from './routes.ts';
import { refreshReports } from './contract-reports.ts';
import { guardEditor } from './live/guard-editor.ts';
import { filesOutsideFolder, liveProject } from './live/live-project.ts';
import { EDITOR_TOKEN } from '../payloads/live.ts';
import { sendMissingPieces } from './live/send-missing-pieces.ts';
import { overrideComponents, type ComponentOverrides } from './override-components.ts';
import { saysOwnFaultsOnce } from './own-faults.ts';
import { buildFolder } from './publish.ts';
import { publisher } from './publisher.ts';
import { secureAnswers } from './security/secure-answers.ts';
import { sharedEngine } from './shared-engine.ts';
import { requireSitePackages } from './site-packages.ts';
import { virtualModule } from './virtual-module.ts';

export interface SpecgraphOptions extends GateOptions {
  /** The folder of the set, relative to the project. */
  folder?: string;
  /** A configuration file, or false for none; the nearest one unless given. */
  config?: string | false;
  /** The folder that `folder` and all paths are relative to; the working directory unless given. */
  cwd?: string;
  /**
   * Whether every page gets a Content Security Policy that allows nothing but the site itself; true unless given. A page
   * that has one itself keeps it.
   */
  contentSecurityPolicy?: boolean;
  /** What the configuration says of the site under `site`: a value given here replaces the value there. */
  site?: SiteConfig;
  /**
   * Components of the theme that are replaced, with the files that replace them, relative to the project:
   * `{ SiteFooter: './src/Footer.astro' }`. The file may import the original from `specgraph/components/SiteFooter.astro`.
   */
  components?: ComponentOverrides;
}

/** Packages that pages load in the browser. What is found only when a page first wants it makes the page reload. */
const BROWSER_PACKAGES = ['@floating-ui/dom', 'd3', 'fastest-levenshtein', 'fuse.js', 'idiomorph'];

export function specgraph({
  folder = 'spec',
  config,
  cwd = process.cwd(),
  contentSecurityPolicy = true,
  site,
  components = {},
  baseline,
  allowErrors,
}: SpecgraphOptions = {}): AstroIntegration {
  const linked: LinkedFiles = new Map();
  let earlier: KeptBuild | undefined;
  const live = liveProject(cwd, folder, { config, site, linked, earlier: () => earlier });
  let base = '/';
  const token = randomUUID();
  return saysOwnFaultsOnce({
    name: 'specgraph',
    hooks: {
      'astro:config:setup': async ({ command, config: astro, updateConfig, injectScript, injectRoute }) => {
        requireSitePackages();
        // Astro prefers this variable of the environment, which many programs know, to the base path of its configuration.
        delete process.env.BASE_URL;
        if (command === 'build')
          earlier = earlierBuilds(fileURLToPath(astro.root), path.resolve(cwd, folder));
        const graph = await graphAtStart(live, command);
        for (const route of routesOf(graph, astro.publicDir, astro.srcDir)) injectRoute(route);
        updateConfig({
          ...(hasOwnColours(astro) ? {} : { markdown: { shikiConfig: CODE_COLOURS } }),
          vite: {
            plugins: [
              virtualModule(live),
              overrideComponents(components, fileURLToPath(astro.root)),
              sharedEngine(),
            ],
            ssr: { external: ['satteri'] },
            // The worker of the map fetches a part of its code when it is needed.
            worker: { format: 'es' },
            // A build bundles them with the pages.
            ...(command === 'dev' && { optimizeDeps: { include: BROWSER_PACKAGES } }),
            // Pages of other origins, also of other ports of this machine, read nothing from the server.
            server: { cors: false },
          },
        });
        for (const style of graph ? ownStyles(graph, cwd) : [])
          injectScript('page-ssr', `import ${JSON.stringify(style)};`);
        // Pages follow the author's saves only in development. A built site does not hold this script.
        if (command === 'dev')
          injectScript(
            'page',
            `import ${JSON.stringify(fileURLToPath(clientModule('live/start.ts')))};\nwindow.${EDITOR_TOKEN} = ${JSON.stringify(token)};`,
          );
        if (command !== 'build') return;
        const target = fileURLToPath(astro.outDir);
        const built = await buildFolder(fileURLToPath(astro.root));
        updateConfig({
          outDir: pathToFileURL(`${built}/`),
          integrations: [
            publisher({
              built,
              target,
              linked,
              elsewhere: switchTargets(graph),
              contentSecurityPolicy,
              earlier,
            }),
          ],
        });
      },
      'astro:config:done': ({ config: astro }) => {
        base = astro.base;
      },
      'astro:build:start': async ({ logger }) => {
        const snapshot = await live.current();
        await passGate(snapshot, { baseline, allowErrors, cwd }, logger);
        // Pages want it later. Until then this thread waits for the modules to be bundled.
        void live.changesSinceRevision(snapshot);
        for (const file of await refreshReports(
          snapshot.contracts.map(({ contract }) => contract),
          snapshot.graph,
          cwd,
        ))
          logger.info(`${file} is brought up to date`);
      },
      'astro:server:setup': async ({ server, logger }) => {
        const outside = filesOutsideFolder(await live.current().catch(() => undefined), cwd);
        server.middlewares.use(
          guardEditor({ token, cwd, allowed: () => [path.resolve(cwd, folder), ...outside] }),
        );
        server.middlewares.use(sendLinkedFiles(linked, base));
        if (contentSecurityPolicy) server.middlewares.use(secureAnswers);
        server.middlewares.use(sendMissingPieces);
        followSaves(live, { cwd, folder }, server, logger);
      },
    },
  });
}

/** The style sheets of the set as absolute paths. The check reports those that lie elsewhere. */
function ownStyles({ root, config }: GraphView, cwd: string): string[] {
  const folder = path.resolve(cwd, root);
  return (config.site?.styles ?? [])
    .map((style) => path.resolve(folder, style))
    .filter((file) => file.startsWith(folder + path.sep));
}

/** Whether the project chooses the colours of the code in its own pages: Astro's first theme is dark in both. */
function hasOwnColours({ markdown: { shikiConfig } }: AstroConfig): boolean {
  return shikiConfig.theme !== 'github-dark' || Object.keys(shikiConfig.themes).length > 0;
}

/** The addresses of other specifications, which are no part of this site. */
function switchTargets(graph: GraphView | undefined): string[] {
  return (graph?.config.site?.specifications ?? []).map(({ href }) => href);
}

/** The graph from which the routes are chosen. A server starts with a set that cannot be read: the author repairs it then. */
async function graphAtStart(live: LiveProject, command: string): Promise<GraphView | undefined> {
  try {
    const { graph, trouble } = await live.current();
    if (trouble !== undefined && command !== 'dev') throw new UsageError(trouble);
    return graph;
  } catch (error) {
    if (command === 'dev') return undefined;
    throw error;
  }
}
