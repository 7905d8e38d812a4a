/** The world outside as a parameter: commands take it, tests give a fake one. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DISK } from '#specgraph/disk';
import type { LoadOptions, Project } from '#specgraph/load';
import type { Git } from '../git/run-git.ts';
import { memoryBeside, NO_MEMORY, type Memory } from './memory.ts';
import { traced, type Traced } from './trace.ts';

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
  /** What earlier checks have found; of the project that was loaded last. */
  memory: Memory;
}

/** The effects of a real process. What only some commands need is loaded when they need it, so that `check` starts fast. */
export function processEffects(): Effects {
  const cwd = process.cwd();
  let loaded: Traced | undefined;
  const memory = memoryBeside(cwd, () => loaded?.seen());
  const absolute = (file: string): string => path.resolve(cwd, file);
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    cwd,
    env: process.env,
    async load(folder, options) {
      const [{ loadProject }, { setFlagsFromString }] = await Promise.all([import('#specgraph/load'), import('node:v8')]);
      // Reading makes much that is soon let go, and little that stays: room for it early spares most of the copying.
      setFlagsFromString('--semi-space-growth-factor=8');
      // Notes are taken where they can be kept.
      loaded = memory === NO_MEMORY ? undefined : traced(DISK);
      return loadProject(folder, { ...options, cwd, disk: loaded?.disk });
    },
    readText: (file) => readFile(absolute(file), 'utf8'),
    writeFile: async (file, text) => (await import('./replace-file.ts')).replaceFile(absolute(file), text),
    git: async (args, input) => (await import('../git/run-git.ts')).gitIn(cwd)(args, input),
    async *watch(paths) {
      yield* (await import('./watch-paths.ts')).watchPaths(paths.map(absolute));
    },
    now: () => performance.now(),
    memory,
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
