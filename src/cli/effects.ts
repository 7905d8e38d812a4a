/** The world outside as a parameter: commands take it, tests give a fake one. */
import { randomUUID } from 'node:crypto';
import { chmod, readFile, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { watch as watchFiles, type FSWatcher } from 'node:fs';
import path from 'node:path';
import type { LoadOptions, Project } from '#specgraph/load';
import { gitIn, type Git } from '../git/run-git.ts';

/** A stream of text with what a command has to know of it. */
export interface Output {
  write(text: string): void;
  isTTY: boolean;
  /** Width of the terminal; undefined where it is none. */
  columns?: number;
}

export interface Effects {
  stdout: Output;
  stderr: Output;
  /** Absolute path of the directory in which the command runs. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Reads a set of documents; see `loadProject`. */
  load(folder: string, options: Omit<LoadOptions, 'cwd'>): Promise<Project>;
  /** Reads a file; relative paths start at `cwd`. Rejects as `readFile` does. */
  readText(file: string): Promise<string>;
  /** Writes a file whole or not at all. */
  writeFile(file: string, text: string): Promise<void>;
  /** Runs git in `cwd`. Rejects with git's words where it fails. */
  git: Git;
  /** Yields whenever something below one of these paths has changed, never twice within a moment. */
  watch(paths: readonly string[]): AsyncIterable<void>;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
}

/** The effects of a real process. */
export function processEffects(): Effects {
  const cwd = process.cwd();
  const absolute = (file: string): string => path.resolve(cwd, file);
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    cwd,
    env: process.env,
    load: async (folder, options) => (await import('#specgraph/load')).loadProject(folder, { ...options, cwd }),
    readText: (file) => readFile(absolute(file), 'utf8'),
    writeFile: (file, text) => replaceFile(absolute(file), text),
    git: gitIn(cwd),
    watch: (paths) => watchPaths(paths.map(absolute)),
    now: () => performance.now(),
  };
}

/** A reader that goes away (`| head`) is no fault: what is left is dropped. */
function outputOf(stream: NodeJS.WriteStream): Output {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  return {
    write: (text) => {
      if (!gone) stream.write(text);
    },
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
  };
}

/** Through a temporary file beside it and a rename; a symbolic link stays one, and the file's mode is kept. */
async function replaceFile(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text);
    const mode = await stat(target).then((info) => info.mode, () => undefined);
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
}

/** Editors save in several steps; what follows within this many milliseconds is one change. */
const SETTLE = 40;

async function* watchPaths(paths: readonly string[]): AsyncGenerator<void> {
  let changed = false;
  let wake = (): void => {};
  const watchers: FSWatcher[] = paths.map((file) => watchFiles(file, { recursive: true }, () => {
    changed = true;
    wake();
  }));
  for (const watcher of watchers) watcher.on('error', () => {});
  try {
    for (;;) {
      if (!changed) await new Promise<void>((resolve) => void (wake = resolve));
      await new Promise((resolve) => void setTimeout(resolve, SETTLE));
      changed = false;
      yield;
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}
