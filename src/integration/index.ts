/** The Astro integration. A build fails on errors of the check and on dead links; the dev server follows saves. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkBuiltLinks } from './check-built-links.ts';
import { followSaves, formatFinding } from './live/follow-saves.ts';
import { refreshReports } from './contract-reports.ts';
import { liveProject } from './live/live-project.ts';
import { sendMissingPieces } from './live/send-missing-pieces.ts';
import { virtualModule } from './virtual-module.ts';

/** The script that an open page runs in development. */
const LIVE_SCRIPT = '/src/client/live/start.ts';

export interface SpecgraphOptions {
  /** The folder of the set, relative to the project. */
  folder?: string;
}

export function specgraph({ folder = 'spec' }: SpecgraphOptions = {}): AstroIntegration {
  const live = liveProject(process.cwd(), folder);
  return {
    name: 'specgraph',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, injectScript }) => {
        // Without this entry Vite discovers the package when the first page loads, and reloads that page.
        updateConfig({ vite: { plugins: [virtualModule(live)], optimizeDeps: { include: ['idiomorph'] } } });
        // Pages follow the author's saves only in development. A built site does not hold this script.
        if (command === 'dev') injectScript('page', `import ${JSON.stringify(LIVE_SCRIPT)};`);
      },
      'astro:build:start': async ({ logger }) => {
        const { report, contracts, graph } = await live.current();
        for (const finding of report.findings)
          (finding.severity === 'error' ? logger.error : logger.warn).call(logger, formatFinding(finding));
        if (report.summary.errors > 0)
          throw buildError(`${report.summary.errors} integrity errors; nothing is built`);
        for (const file of await refreshReports(
          contracts.map(({ contract }) => contract),
          graph,
          process.cwd(),
        ))
          logger.info(`${file} is brought up to date`);
        logger.info(
          `${report.summary.documents} documents, ${report.summary.variables} variables, ${report.summary.references} references: no errors`,
        );
      },
      'astro:build:done': async ({ dir, logger }) => {
        const base = process.env.BASE_PATH ?? '/';
        const { dead, links, pages } = await checkBuiltLinks(fileURLToPath(dir), base);
        for (const { page, href, reason } of dead) logger.error(`${page}: ${href} ${reason}`);
        if (dead.length > 0) throw buildError(`${dead.length} links of the built site lead nowhere`);
        logger.info(`${links} links of ${pages} pages resolve`);
      },
      'astro:server:setup': ({ server, logger }) => {
        server.middlewares.use(sendMissingPieces);
        followSaves(live, folder, server, logger);
      },
    },
  };
}

/** An error without a stack: the log lines above it show the author's mistakes, and a stack would only hide them. */
function buildError(message: string): Error {
  const error = new Error(message);
  error.stack = undefined;
  return error;
}
