/** Follows the author: every save is read and checked, and the open pages are told. */
import path from 'node:path';
import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import type { Finding } from '#specgraph';
import { AHEAD, CHANGED, HELLO, type LiveMessage } from '../../payloads/live.ts';
import { liveMessage, saveMessage } from './live-message.ts';
import { filesBeside } from './live-project.ts';
import type { LiveProject, Snapshot } from '../../site/snapshot.ts';

/** Editors save in several steps: what comes within these milliseconds is one save. */
const SETTLE = 5;
/** They truncate a file before they write it: an empty one is believed after so many milliseconds. */
const EMPTY = 60;
/** The watcher drops what comes sooner after an event of the same file: then the disk is asked once more. */
const AGAIN = 80;
const MOST_LOGGED = 20;

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
    const known = new Set(shown?.report.findings.map(lineOf));
    const save = saveMessage(shown, now, { savedAt, readAt: Date.now() });
    shown = now;
    // Astro keeps the paths of a route, and what they bring, until its content is said to have changed.
    server.environments.ssr?.hot.send('astro:content-changed', {});
    if (!failed) server.ws.send(AHEAD, save);
    sent = liveMessage(save, now);
    // A page that tells of an error has no script of ours.
    if (failed) server.ws.send({ type: 'full-reload' });
    else server.ws.send(CHANGED, sent);
    failed = false;
    server.watcher.add(filesBeside(now, cwd));
    if (file !== undefined) log(now, known, path.relative(cwd, file), logger);
  };

  const readAfter = (milliseconds: number, file?: string): void => {
    reading = reading
      .then(async () => {
        await wait(milliseconds);
        if (file !== undefined && (await sizeOf(file)) === 0) await wait(EMPTY);
        await read(file);
      })
      .catch((error: Error) => logger.error(error.message));
  };

  const follow = (file: string): void => {
    const full = path.resolve(file);
    if (!full.startsWith(watched + path.sep) && !filesBeside(shown, cwd).includes(full)) return;
    readAfter(SETTLE, full);
    clearTimeout(later);
    later = setTimeout(() => readAfter(0, full), AGAIN);
  };

  server.watcher.add(watched);
  for (const event of ['change', 'add', 'unlink'] as const) server.watcher.on(event, follow);
  server.ws.on(HELLO, async (_data, client) => {
    await reading;
    if (sent) client.send(CHANGED, { ...sent, documents: { changed: [], added: [], removed: [] } });
  });
  // Read ahead of the first page, so that the first save is known by what it changed.
  readAfter(0);
}

/** @param known findings that were told before, as lines */
function log(
  { report, trouble }: Snapshot,
  known: ReadonlySet<string>,
  file: string,
  logger: AstroIntegrationLogger,
): void {
  if (trouble) logger.error(trouble);
  const { errors, warnings } = report.summary;
  logger.info(`${file} changed: ${errors} errors, ${warnings} warnings`);
  for (const line of report.findings
    .map(lineOf)
    .filter((one) => !known.has(one))
    .slice(0, MOST_LOGGED))
    logger.warn(line);
}

async function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    (info) => info.size,
    () => undefined,
  );
}

export function lineOf({ file, line, column, rule, message, suggestion }: Finding): string {
  return `${file}:${line}:${column} ${rule}: ${message}${suggestion ? ` (${suggestion})` : ''}`;
}
