/** The Astro integration. A build fails on errors of the check and on dead links; the dev server follows saves. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { GraphView } from '#specgraph';
import type { LiveProject } from '../site/snapshot.ts';
import { checkBuiltLinks } from './check-built-links.ts';
import { copyLinkedFiles, sendLinkedFiles, type LinkedFiles } from './linked-files.ts';
import { followSaves, formatFinding } from './live/follow-saves.ts';
import { clientModule, routesOf } from './routes.ts';
import { refreshReports } from './contract-reports.ts';
import { guardEditor } from './live/guard-editor.ts';
import { filesOutsideFolder, liveProject } from './live/live-project.ts';
import { EDITOR_TOKEN } from '../payloads/live.ts';
import { sendMissingPieces } from './live/send-missing-pieces.ts';
import { buildFolder, publish } from './publish.ts';
import { secureAnswers } from './security/secure-answers.ts';
import { securePages } from './security/secure-pages.ts';
import { SiteError } from './site-error.ts';
import { plural } from '#specgraph/text/lists';
import { virtualModule } from './virtual-module.ts';

export interface SpecgraphOptions {
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
}

/** Packages that pages load in the browser. What is found only when a page first wants it makes the page reload. */
const BROWSER_PACKAGES = ['@floating-ui/dom', 'd3', 'fastest-levenshtein', 'fuse.js', 'idiomorph'];

export function specgraph({
  folder = 'spec',
  config,
  cwd = process.cwd(),
  contentSecurityPolicy = true,
}: SpecgraphOptions = {}): AstroIntegration {
  const linked: LinkedFiles = new Map();
  const live = liveProject(cwd, folder, { config, linked });
  let base = '/';
  const token = randomUUID();
  return {
    name: 'specgraph',
    hooks: {
      'astro:config:setup': async ({ command, config: astro, updateConfig, injectScript, injectRoute }) => {
        const graph = await graphAtStart(live, command);
        for (const route of routesOf(graph, astro.publicDir, astro.srcDir)) injectRoute(route);
        updateConfig({
          vite: {
            plugins: [virtualModule(live)],
            ssr: { external: ['satteri'] },
            // The worker of the map fetches a part of its code when it is needed.
            worker: { format: 'es' },
            optimizeDeps: { include: BROWSER_PACKAGES },
            // Pages of other origins, also of other ports of this machine, read nothing from the server.
            server: { cors: false },
          },
        });
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
          integrations: [publisher({ built, target, linked, contentSecurityPolicy })],
        });
      },
      'astro:config:done': ({ config: astro }) => {
        base = astro.base;
      },
      'astro:build:start': async ({ logger }) => {
        const { report, contracts, graph } = await live.current();
        for (const finding of report.findings)
          (finding.severity === 'error' ? logger.error : logger.warn).call(logger, formatFinding(finding));
        if (report.summary.errors > 0)
          throw new SiteError(`${plural(report.summary.errors, 'integrity error')}; nothing is built`);
        for (const file of await refreshReports(
          contracts.map(({ contract }) => contract),
          graph,
          cwd,
        ))
          logger.info(`${file} is brought up to date`);
        const { documents, references } = report.summary;
        logger.info(`${plural(documents, 'document')}, ${plural(references, 'reference')}: no errors`);
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
  };
}

/** The graph from which the routes are chosen. A server starts with a set that cannot be read: the author repairs it then. */
async function graphAtStart(live: LiveProject, command: string): Promise<GraphView | undefined> {
  try {
    return (await live.current()).graph;
  } catch (error) {
    if (command === 'dev') return undefined;
    throw error;
  }
}

interface Publication {
  /** The folder in which the site was built. */
  built: string;
  /** The folder where it should be. */
  target: string;
  linked: LinkedFiles;
  contentSecurityPolicy: boolean;
}

/** Runs behind all other integrations: secures the pages of the built site, checks its links, and publishes it. */
function publisher({ built, target, linked, contentSecurityPolicy }: Publication): AstroIntegration {
  let base = '/';
  let assets = '';
  return {
    name: 'specgraph-publish',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
        assets = config.build.assets;
      },
      'astro:build:done': async ({ logger }) => {
        if (contentSecurityPolicy) await securePages(built, base, assets);
        await copyLinkedFiles(linked, built);
        const { dead, links, pages } = await checkBuiltLinks(built, base);
        const own = dead.filter(({ isOfDocument }) => !isOfDocument);
        for (const { page, href, reason, isOfDocument } of dead)
          (isOfDocument ? logger.warn : logger.error).call(
            logger,
            `${page}: ${JSON.stringify(href)} ${reason}`,
          );
        if (own.length > 0) {
          await rm(built, { recursive: true, force: true });
          throw new SiteError(
            `${plural(own.length, 'link')} of the built site lead nowhere; nothing is published`,
          );
        }
        await publish(built, target.replace(/[\\/]$/, ''));
        logger.info(`${links} links of ${pages} pages resolve`);
      },
    },
  };
}
