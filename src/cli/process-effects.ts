/** The effects of a real process: its streams, its disk, its git and its clock. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DISK } from '#specgraph/disk';
import type { Effects, Output } from './effects.ts';
import { memoryBeside, NO_MEMORY } from './report-cache.ts';
import { traced, type Traced } from './recorded-reads.ts';

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
      const [{ loadProject }, { setFlagsFromString }] = await Promise.all([
        import('#specgraph/load'),
        import('node:v8'),
      ]);
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
