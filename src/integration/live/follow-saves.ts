/** Follows the author: every save is read and checked, and the open pages are told. */
import path from 'node:path';
import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import type { Finding } from '#specgraph';
import { SAVED_EVENT, CHANGED_EVENT, HELLO_EVENT, type LiveMessage } from '../../payloads/live.ts';
import { liveMessage, saveMessage } from './live-message.ts';
import { filesOutsideFolder } from './live-project.ts';
import type { LiveProject, Snapshot } from '../../site/snapshot.ts';

/** Editors save in several steps: what comes within these milliseconds is one save. */
const SETTLE_MS = 5;
/** They truncate a file before they write it: an empty one is believed after so many milliseconds. */
const EMPTY_FILE_DELAY_MS = 60;
/** The watcher drops what comes sooner after an event of the same file: then the disk is asked once more. */
const RECHECK_DELAY_MS = 80;
const MAX_LOGGED_FINDINGS = 20;

export function followSaves(
  live: LiveProject,
  folder: string,
  server: ViteDevServer,
  logger: AstroIntegrationLogger,
): void {
  const cwd = process.cwd();
  const watched = path.resolve(folder);
  let shown: Snapshot | undefined;
  let sent: LiveMessage | undefined;
  let failed = false;
  let reading = Promise.resolve();
  let later: NodeJS.Timeout | undefined;

  const read = async (file?: string): Promise<void> => {
    let now: Snapshot;
    try {
      now = await live.current();
    } catch (error) {
      // A set that could not be read since the start: the author mends it, and the server goes on with the next save.
      failed = true;
      return logger.error((error as Error).message);
    }
    if (now.stamp === shown?.stamp) return;
    const savedAt =
      file === undefined
        ? Date.now()
        : await stat(file).then(
            (info) => info.mtimeMs,
            () => Date.now(),
          );
    const known = new Set(shown?.report.findings.map(formatFinding));
    const save = saveMessage(shown, now, { savedAt, readAt: Date.now() });
    shown = now;
    // Astro keeps the paths of a route, and what they bring, until its content is said to have changed.
    server.environments.ssr?.hot.send('astro:content-changed', {});
    if (!failed) server.ws.send(SAVED_EVENT, save);
    sent = liveMessage(save, now);
    // A page that tells of an error has no script of ours.
    if (failed) server.ws.send({ type: 'full-reload' });
    else server.ws.send(CHANGED_EVENT, sent);
    failed = false;
    server.watcher.add(filesOutsideFolder(now, cwd));
    if (file !== undefined) logFindings(now, known, path.relative(cwd, file), logger);
  };

  const readAfter = (milliseconds: number, file?: string): void => {
    reading = reading
      .then(async () => {
        await wait(milliseconds);
        if (file !== undefined && (await fileSize(file)) === 0) await wait(EMPTY_FILE_DELAY_MS);
        await read(file);
      })
      .catch((error: Error) => logger.error(error.message));
  };

  const follow = (file: string): void => {
    const full = path.resolve(file);
    if (!full.startsWith(watched + path.sep) && !filesOutsideFolder(shown, cwd).includes(full)) return;
    readAfter(SETTLE_MS, full);
    clearTimeout(later);
    later = setTimeout(() => readAfter(0, full), RECHECK_DELAY_MS);
  };

  server.watcher.add(watched);
  for (const event of ['change', 'add', 'unlink'] as const) server.watcher.on(event, follow);
  server.ws.on(HELLO_EVENT, async (_data, client) => {
    await reading;
    if (sent) client.send(CHANGED_EVENT, { ...sent, documents: { changed: [], added: [], removed: [] } });
  });
  // Read ahead of the first page, so that the first save is known by what it changed.
  readAfter(0);
}

/** @param known findings that were told before, as lines */
function logFindings(
  { report, trouble }: Snapshot,
  known: ReadonlySet<string>,
  file: string,
  logger: AstroIntegrationLogger,
): void {
  if (trouble) logger.error(trouble);
  const { errors, warnings } = report.summary;
  logger.info(`${file} changed: ${errors} errors, ${warnings} warnings`);
  for (const line of report.findings
    .map(formatFinding)
    .filter((one) => !known.has(one))
    .slice(0, MAX_LOGGED_FINDINGS))
    logger.warn(line);
}

async function fileSize(file: string): Promise<number | undefined> {
  return stat(file).then(
    (info) => info.size,
    () => undefined,
  );
}

export function formatFinding({ file, line, column, rule, message, suggestion }: Finding): string {
  return `${file}:${line}:${column} ${rule}: ${message}${suggestion ? ` (${suggestion})` : ''}`;
}
