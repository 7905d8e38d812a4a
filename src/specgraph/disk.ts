/** The only module of the engine that touches the file system. Paths are absolute. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export type Kind = 'file' | 'directory';

/** A name in a folder and its kind. `kind` of `Disk` says what a `link` leads to. */
export interface Entry {
  name: string;
  kind: Kind | 'link' | 'other';
}

/** The operations of a file system that reading a set needs. */
export interface Disk {
  /** The kind of a file, with links followed; undefined where it does not exist. */
  kind(file: string): Kind | undefined;
  /** @throws as `readdirSync` does */
  list(folder: string): Entry[];
  /** @throws as `realpathSync` does */
  realPath(folder: string): string;
  /** Size in bytes, and a string that changes whenever the file is written. Rejects as `stat` does. */
  measure(file: string): Promise<{ size: number; state: string }>;
  /** Rejects as `readFile` does. */
  read(file: string): Promise<Uint8Array>;
  /** The text of a small file; undefined where it cannot be read. */
  readText(file: string): string | undefined;
  /** The files that git has committed although a pattern ignores them, relative to the repository; none without git. */
  committedThoughIgnored(repository: string): string[];
  /** Changes whenever files are added to those that git follows, or removed; undefined where that cannot be known. */
  indexState(repository: string): string | undefined;
  /** The default export of a module. Rejects as `import` does. */
  evaluate(file: string): Promise<unknown>;
}

const MAX_LISTING_BYTES = 256 * 1024 * 1024;

export const DISK: Disk = {
  kind(file) {
    try {
      const info = statSync(file);
      return info.isDirectory() ? 'directory' : info.isFile() ? 'file' : undefined;
    } catch {
      return undefined;
    }
  },
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isSymbolicLink()
        ? 'link'
        : entry.isDirectory()
          ? 'directory'
          : entry.isFile()
            ? 'file'
            : 'other',
    })),
  realPath: (folder) => realpathSync(folder),
  async measure(file) {
    const { size, mtimeMs, ctimeMs, ino } = await stat(file);
    return { size, state: `${size} ${mtimeMs} ${ctimeMs} ${ino}` };
  },
  read: (file) => readFile(file),
  readText(file) {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  },
  committedThoughIgnored(repository) {
    try {
      const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--ignored', '--exclude-standard'], {
        cwd: repository,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: MAX_LISTING_BYTES,
      });
      return listing.split('\0').filter((name) => name !== '');
    } catch {
      // git is not installed, or does not trust the owner of the folder: the patterns alone decide.
      return [];
    }
  },
  indexState(repository) {
    try {
      const git = path.join(repository, '.git');
      // A worktree has a file there that names the folder.
      const folder = statSync(git).isDirectory()
        ? git
        : path.resolve(repository, /^gitdir: (.*)$/m.exec(readFileSync(git, 'utf8'))![1]);
      const { size, mtimeMs, ctimeMs, ino } = statSync(path.join(folder, 'index'));
      return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
    } catch {
      return undefined;
    }
  },
  async evaluate(file) {
    const { provideOwnPackage } = await import('./load/own-package.ts');
    provideOwnPackage();
    const { mtimeMs } = await stat(file);
    // The query makes a running server load an edited module again; its end tells bundlers the language.
    const url = `${pathToFileURL(file).href}?at=${mtimeMs}&lang${/\.\w+$/.exec(file)?.[0] ?? ''}`;
    return ((await import(/* @vite-ignore */ url)) as { default?: unknown }).default;
  },
};
