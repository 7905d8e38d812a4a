/** Everything outside the program as one interface: commands take it as a parameter, tests pass a fake one. */
import type { LoadOptions, Project } from '#specgraph/load';
import type { Git } from '../git/run-git.ts';
import type { ReportCache } from './report-cache.ts';

/** A stream of text, and what a command has to know about its terminal. */
export interface Output {
  write(text: string): void;
  isTTY: boolean;
  /** Width of the terminal; undefined when the stream is not a terminal. */
  columns?: number;
}

/** A file after a change: its text, or undefined where it is removed. `to` is its path where it moves. */
export interface FileChange {
  file: string;
  to?: string;
  text?: string;
}

export interface Effects {
  stdout: Output;
  stderr: Output;
  /** Absolute path of the directory in which the command runs. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Reads a set of documents; see `loadProject`. */
  load(folder: string | readonly string[], options: Omit<LoadOptions, 'cwd'>): Promise<Project>;
  /** Reads a file; relative paths start at `cwd`. Rejects as `readFile` does. */
  readText(file: string): Promise<string>;
  /** Everything on standard input, as text. */
  readStdin(): Promise<string>;
  /** Writes a file completely or not at all. */
  writeFile(file: string, text: string): Promise<void>;
  /** Writes, moves and removes files: all of them or, where one fails, none. */
  changeFiles(changes: readonly FileChange[]): Promise<void>;
  /** Paths of the files below a folder, in the form in which the folder is given; hidden folders are left out. */
  listFiles(folder: string): Promise<string[]>;
  /** Runs git in `cwd`. Rejects with the error message of git when it fails. */
  git: Git;
  /** Yields whenever something below one of these paths has changed; changes in quick succession yield once. */
  watch(paths: readonly string[]): AsyncIterable<void>;
  /** Resolves when the program is asked to end: Ctrl-C, SIGTERM or SIGHUP. */
  interrupted(): Promise<void>;
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Reports of earlier checks. */
  reportCache: ReportCache;
}
