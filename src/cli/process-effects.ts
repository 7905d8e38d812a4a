/** The effects of a real process: its streams, its disk, git and its clock. */
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DISK } from '#specgraph/disk';
import type { Effects, Output } from './effects.ts';
import { cacheInNodeModules, NO_CACHE } from './report-cache.ts';
import { recordReads, type ReadRecorder } from './recorded-reads.ts';

/** The streams of the process; it has each once. */
let outputs: Pick<Effects, 'stdout' | 'stderr'> | undefined;

/**
 * Modules that only some commands need are loaded when they are needed, so that `check` starts fast.
 * @param cwd absolute path of the directory in which the command runs
 */
export function processEffects(cwd = process.cwd()): Effects {
  let recorder: ReadRecorder | undefined;
  const reportCache = cacheInNodeModules(cwd, () => recorder?.reads());
  const absolute = (file: string): string => path.resolve(cwd, file);
  return {
    ...(outputs ??= { stdout: outputOf(process.stdout), stderr: outputOf(process.stderr) }),
    cwd,
    env: process.env,
    async load(folder, options) {
      const [{ loadProject }, { PROFILES }, { setFlagsFromString }] = await Promise.all([
        import('#specgraph/load'),
        import('#profiles'),
        import('node:v8'),
      ]);
      // Reading creates many short-lived objects: a young generation that grows early avoids most of the copying.
      setFlagsFromString('--semi-space-growth-factor=8');
      recorder = reportCache === NO_CACHE ? undefined : recordReads(DISK, PROFILES);
      return loadProject(folder, { ...options, cwd, profiles: PROFILES, disk: recorder?.disk });
    },
    readText: (file) => readFile(absolute(file), 'utf8'),
    readStdin: async () => (await import('node:stream/consumers')).text(process.stdin),
    writeFile: async (file, text) => (await import('./replace-file.ts')).replaceFile(absolute(file), text),
    changeFiles: async (changes) =>
      (await import('./replace-file.ts')).changeFiles(
        changes.map(({ file, to, text }) => ({ file: absolute(file), to: to && absolute(to), text })),
      ),
    async listFiles(folder) {
      const files: string[] = [];
      const entries = glob('**/*', { cwd: absolute(folder), withFileTypes: true, exclude: isSkippedFolder });
      for await (const entry of entries) {
        if (!entry.isFile()) continue;
        const below = path.relative(absolute(folder), path.join(entry.parentPath, entry.name));
        files.push(folder === '.' ? below : `${folder}/${below}`);
      }
      return files.sort();
    },
    git: async (args, input) => (await import('../git/run-git.ts')).gitIn(cwd)(args, input),
    async *watch(paths) {
      yield* (await import('./watch-paths.ts')).watchPaths(paths.map(absolute));
    },
    interrupted: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
      }),
    now: () => performance.now(),
    reportCache,
  };
}

function isSkippedFolder({ name }: { name: string }): boolean {
  return name === 'node_modules' || name.startsWith('.');
}

/** A reader that closes the pipe early (`| head`) is not an error: the rest of the output is dropped. */
function outputOf(stream: NodeJS.WriteStream): Output {
  let isClosed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isClosed = true;
  });
  return {
    write: (text) => {
      if (!isClosed) stream.write(text);
    },
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
  };
}
