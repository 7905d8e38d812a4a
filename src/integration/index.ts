/** The Astro integration. A build fails on errors of the check and on dead links; the dev server follows saves. */
import { rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkBuiltLinks } from './check-built-links.ts';
import { copyLinkedFiles, sendLinkedFiles, type LinkedFiles } from './linked-files.ts';
import { followSaves, formatFinding } from './live/follow-saves.ts';
import { clientModule, routesOf } from './routes.ts';
import { refreshReports } from './contract-reports.ts';
import { liveProject } from './live/live-project.ts';
import { sendMissingPieces } from './live/send-missing-pieces.ts';
import { buildFolder, publish } from './publish.ts';
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
}

/** Packages that pages load in the browser. What is found only when a page first wants it makes the page reload. */
const BROWSER_PACKAGES = ['@floating-ui/dom', 'd3', 'fastest-levenshtein', 'fuse.js', 'idiomorph'];

export function specgraph({
  folder = 'spec',
  config,
  cwd = process.cwd(),
}: SpecgraphOptions = {}): AstroIntegration {
  const linked: LinkedFiles = new Map();
  const live = liveProject(cwd, folder, { config, linked });
  let base = '/';
  return {
    name: 'specgraph',
    hooks: {
      'astro:config:setup': async ({ command, config: astro, updateConfig, injectScript, injectRoute }) => {
        for (const route of routesOf((await live.current()).graph, astro.publicDir)) injectRoute(route);
        updateConfig({
          vite: {
            plugins: [virtualModule(live)],
            ssr: { external: ['satteri'] },
            optimizeDeps: { include: BROWSER_PACKAGES },
          },
        });
        // Pages follow the author's saves only in development. A built site does not hold this script.
        if (command === 'dev')
          injectScript('page', `import ${JSON.stringify(fileURLToPath(clientModule('live/start.ts')))};`);
        if (command !== 'build') return;
        const target = fileURLToPath(astro.outDir);
        const built = await buildFolder(fileURLToPath(astro.root));
        updateConfig({
          outDir: pathToFileURL(`${built}/`),
          integrations: [publisher(built, target, linked)],
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
      'astro:server:setup': ({ server, logger }) => {
        server.middlewares.use(sendLinkedFiles(linked, base));
        server.middlewares.use(sendMissingPieces);
        followSaves(live, { cwd, folder }, server, logger);
      },
    },
  };
}

/** Runs behind all other integrations: checks the links of the built site, and publishes it. */
function publisher(built: string, target: string, linked: LinkedFiles): AstroIntegration {
  let base = '/';
  return {
    name: 'specgraph-publish',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ logger }) => {
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
