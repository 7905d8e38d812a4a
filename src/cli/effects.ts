/** The world outside as a parameter: commands take it, tests give a fake one. */
import type { LoadOptions, Project } from '#specgraph/load';
import type { Git } from '../git/run-git.ts';
import type { Memory } from './report-cache.ts';

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
