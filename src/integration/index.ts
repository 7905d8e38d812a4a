/** The Astro integration: a build fails on findings and on dead links, a dev server follows the documents. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { sendMissingPieces } from './live/send-missing-pieces.ts';
import { checkBuiltLinks } from './check-built-links.ts';
import { followSaves, formatFinding } from './live/follow-saves.ts';
import { liveProject } from './live/live-project.ts';
import { virtualModule } from './virtual-module.ts';

/** What an open page runs in development. */
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
        // Named, or Vite finds it with the first page and loads that a second time.
        updateConfig({ vite: { plugins: [virtualModule(live)], optimizeDeps: { include: ['idiomorph'] } } });
        // Pages follow the author's saves in development only: nothing of this is in a built site.
        if (command === 'dev') injectScript('page', `import ${JSON.stringify(LIVE_SCRIPT)};`);
      },
      'astro:build:start': async ({ logger }) => {
        const { report } = await live.current();
        for (const finding of report.findings)
          (finding.severity === 'error' ? logger.error : logger.warn).call(logger, formatFinding(finding));
        if (report.summary.errors > 0)
          throw buildError(`${report.summary.errors} integrity errors; nothing is built`);
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

/** The author's mistake, told above line by line: a stack of ours would only hide it. */
function buildError(message: string): Error {
  const error = new Error(message);
  error.stack = undefined;
  return error;
}
