/** The Astro integration: a build fails on findings and on dead links, a dev server follows the documents. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Finding } from '#specgraph';
import { checkBuiltLinks } from './check-built-links.ts';
import { liveProject } from './live-project.ts';
import { virtualModule } from './virtual-module.ts';

export interface SpecgraphOptions {
  /** The folder of the set, relative to the project. */
  folder?: string;
}

export function specgraph({ folder = 'spec' }: SpecgraphOptions = {}): AstroIntegration {
  const live = liveProject(process.cwd(), folder);
  return {
    name: 'specgraph',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [virtualModule(live)] } });
      },
      'astro:build:start': async ({ logger }) => {
        const { report } = await live.current();
        for (const finding of report.findings) (finding.severity === 'error' ? logger.error : logger.warn).call(logger, line(finding));
        if (report.summary.errors > 0) throw stopped(`${report.summary.errors} integrity errors; nothing is built`);
        logger.info(`${report.summary.documents} documents, ${report.summary.variables} variables, ${report.summary.references} references: no errors`);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const base = process.env.BASE_PATH ?? '/';
        const { dead, links, pages } = await checkBuiltLinks(fileURLToPath(dir), base);
        for (const { page, href, reason } of dead) logger.error(`${page}: ${href} ${reason}`);
        if (dead.length > 0) throw stopped(`${dead.length} links of the built site lead nowhere`);
        logger.info(`${links} links of ${pages} pages resolve`);
      },
      'astro:server:setup': async ({ server, logger }) => {
        const watched = path.resolve(folder);
        server.watcher.add(watched);
        const follow = async (file: string): Promise<void> => {
          if (!path.resolve(file).startsWith(watched + path.sep)) return;
          try {
            const { report, trouble } = await live.current();
            if (trouble) logger.error(trouble);
            const { errors, warnings } = report.summary;
            logger.info(`${path.relative(process.cwd(), file)} changed: ${errors} errors, ${warnings} warnings`);
            for (const finding of report.findings.slice(0, 20)) logger.warn(line(finding));
          } catch (error) {
            // A broken contract or configuration is the author's to mend; the server goes on with the next save.
            logger.error((error as Error).message);
          }
          // Astro keeps the paths of a route until its content is said to have changed.
          server.environments.ssr?.hot.send('astro:content-changed', {});
          server.ws.send({ type: 'full-reload' });
        };
        for (const event of ['change', 'add', 'unlink'] as const) server.watcher.on(event, follow);
      },
    },
  };
}

function line({ file, line: row, column, rule, message, suggestion }: Finding): string {
  return `${file}:${row}:${column} ${rule}: ${message}${suggestion ? ` (${suggestion})` : ''}`;
}

/** The author's mistake, told above line by line: a stack of ours would only hide it. */
function stopped(message: string): Error {
  const error = new Error(message);
  error.stack = undefined;
  return error;
}
