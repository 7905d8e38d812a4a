/** Follows the author: reads and checks the set after every save, and informs the open pages. */
import path from 'node:path';
import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import type { Finding } from '#specgraph';
import { toPrintable } from '#specgraph/text/printable';
import {
  CHANGED_EVENT,
  HELLO_EVENT,
  SAVED_EVENT,
  type Hello,
  type LiveMessage,
  type SaveMessage,
} from '../../payloads/live.ts';
import type { LiveProject, Snapshot } from '../../site/snapshot.ts';
import { liveMessage, saveMessage } from './live-message.ts';
import { filesOutsideFolder } from './live-project.ts';
import { createOpenArticles } from './open-articles.ts';

/** Editors save in several steps: events within this time count as one save. */
const SETTLE_MS = 5;
/** Editors truncate a file before they write it: an empty file is believed after this time. */
const EMPTY_FILE_DELAY_MS = 60;
/** The watcher drops events that follow another event of the same file too soon: the disk is read again after this time. */
const RECHECK_DELAY_MS = 80;
const MAX_LOGGED_FINDINGS = 20;

export function followSaves(
  live: LiveProject,
  { cwd, folder }: { cwd: string; folder: string },
  server: ViteDevServer,
  logger: AstroIntegrationLogger,
): void {
  const full = path.resolve(cwd, folder);
  const follower = new SaveFollower(live, { cwd, folder: full }, server, logger);
  server.watcher.add(full);
  for (const event of ['change', 'add', 'unlink'] as const)
    server.watcher.on(event, (file) => follower.fileChanged(file));
  server.ws.on(HELLO_EVENT, (hello: Hello, client) => follower.greet(hello, client));
  // Read before the first page is requested, so that the changes of the first save are known.
  follower.readAfter(0);
}

class SaveFollower {
  readonly live: LiveProject;
  /** Absolute path of the folder of the set. */
  readonly folder: string;
  readonly server: ViteDevServer;
  readonly logger: AstroIntegrationLogger;
  readonly cwd: string;
  /** The state that open pages show. */
  private shown: Snapshot | undefined;
  private lastMessage: LiveMessage | undefined;
  /** Whether the set could not be read at all so far. */
  private hasFailed = false;
  private readonly articles = createOpenArticles();
  private reading = Promise.resolve();
  private recheck: NodeJS.Timeout | undefined;

  constructor(
    live: LiveProject,
    { cwd, folder }: { cwd: string; folder: string },
    server: ViteDevServer,
    logger: AstroIntegrationLogger,
  ) {
    this.cwd = cwd;
    this.live = live;
    this.folder = folder;
    this.server = server;
    this.logger = logger;
  }

  fileChanged(file: string): void {
    const full = path.resolve(file);
    const isWatched =
      full.startsWith(this.folder + path.sep) || filesOutsideFolder(this.shown, this.cwd).includes(full);
    if (!isWatched) return;
    this.readAfter(SETTLE_MS, full);
    clearTimeout(this.recheck);
    this.recheck = setTimeout(() => this.readAfter(0, full), RECHECK_DELAY_MS);
  }

  /** Sends the current state to a page that has just opened. */
  async greet(
    { document }: Hello,
    client: { send(event: string, message: LiveMessage): void },
  ): Promise<void> {
    await this.reading;
    const { lastMessage: message, shown } = this;
    if (message)
      client.send(CHANGED_EVENT, { ...message, documents: { changed: [], added: [], removed: [] } });
    // Below another base, the links of an article that is rendered here would lead to the wrong address.
    if (document !== undefined && shown && this.server.config.base === '/')
      this.reading = this.reading.then(() => this.articles.open(document, shown)).catch(this.complain);
  }

  private readonly complain = (error: Error): void => this.logger.error(error.message);

  /** Reads the set after a delay, and after all earlier readings. */
  readAfter(milliseconds: number, file?: string): void {
    this.reading = this.reading
      .then(async () => {
        await wait(milliseconds);
        if (file !== undefined && (await fileSize(file)) === 0) await wait(EMPTY_FILE_DELAY_MS);
        await this.read(file);
      })
      .catch(this.complain);
  }

  /** @param file the file that was saved; undefined for the first reading */
  private async read(file: string | undefined): Promise<void> {
    let now: Snapshot;
    try {
      now = await this.live.current();
    } catch (error) {
      // The set could not be read yet. The server goes on: the author may repair it with the next save.
      this.hasFailed = true;
      return this.logger.error((error as Error).message);
    }
    if (now.stamp === this.shown?.stamp) return;
    const { shown } = this;
    const save = saveMessage(shown, now, { savedAt: await savedAt(file), readAt: Date.now() });
    const ahead = shown && {
      before: shown.stamp,
      articles: await this.articles.changed(shown.stamp, now, save.documents.changed),
    };
    const knownFindings = new Set(this.shown?.report.findings.map(formatFinding));
    this.shown = now;
    this.informPages({ ...save, ...ahead }, now);
    this.server.watcher.add(filesOutsideFolder(now, this.cwd));
    if (file === undefined && now.trouble) this.logger.error(now.trouble);
    if (file !== undefined) logFindings(now, knownFindings, path.relative(this.cwd, file), this.logger);
  }

  private informPages({ articles, ...save }: SaveMessage, now: Snapshot): void {
    const { environments, ws } = this.server;
    // Astro caches the paths of a route and their properties until it hears that the content has changed.
    environments.ssr?.hot.send('astro:content-changed', {});
    if (!this.hasFailed) ws.send(SAVED_EVENT, { ...save, articles } satisfies SaveMessage);
    this.lastMessage = liveMessage(save, now);
    // A page that shows an error does not run the script that listens for messages.
    if (this.hasFailed) ws.send({ type: 'full-reload' });
    else ws.send(CHANGED_EVENT, this.lastMessage);
    this.hasFailed = false;
  }
}

/** When a file was saved, in milliseconds since 1970; now for a file that was removed. */
async function savedAt(file: string | undefined): Promise<number> {
  if (file === undefined) return Date.now();
  return stat(file).then(
    (info) => info.mtimeMs,
    () => Date.now(),
  );
}

/** @param known findings that were logged before, as lines */
function logFindings(
  { report, trouble }: Snapshot,
  known: ReadonlySet<string>,
  file: string,
  logger: AstroIntegrationLogger,
): void {
  if (trouble) logger.error(trouble);
  const { errors, warnings } = report.summary;
  logger.info(`${file} changed: ${errors} errors, ${warnings} warnings`);
  const newLines = report.findings.map(formatFinding).filter((line) => !known.has(line));
  for (const line of newLines.slice(0, MAX_LOGGED_FINDINGS)) logger.warn(line);
}

async function fileSize(file: string): Promise<number | undefined> {
  return stat(file).then(
    (info) => info.size,
    () => undefined,
  );
}

/** A finding as one line: what is written in a document cannot begin a line of its own. */
export function formatFinding({ file, line, column, rule, message, suggestion }: Finding): string {
  return toPrintable(
    `${file}:${line}:${column} ${rule}: ${message}${suggestion ? ` (${suggestion})` : ''}`.replaceAll(
      '\t',
      ' ',
    ),
  );
}
