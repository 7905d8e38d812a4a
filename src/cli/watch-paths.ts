import { statSync, watch as watchFiles, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** Editors save in several steps: events within this time count as one change. */
const SETTLE_MS = 40;

/**
 * Yields whenever something below one of these paths has changed; runs until the consumer stops.
 * @param paths absolute ones of folders and of files, which need not exist yet
 */
export async function* watchPaths(paths: readonly string[]): AsyncGenerator<void> {
  let changed = false;
  let wake = (): void => {};
  const onChange = (): void => {
    changed = true;
    wake();
  };
  const watchers = [
    ...paths.filter(isFolder).map((folder) => watchFiles(folder, { recursive: true }, onChange)),
    ...watchersOfFiles(
      paths.filter((file) => !isFolder(file)),
      onChange,
    ),
  ];
  for (const watcher of watchers) watcher.on('error', () => {});
  try {
    for (;;) {
      if (!changed) await new Promise<void>((resolve) => void (wake = resolve));
      await new Promise((resolve) => void setTimeout(resolve, SETTLE_MS));
      changed = false;
      yield;
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

/** Many editors replace a file by another one of the same name, so that its folder must be watched. */
function watchersOfFiles(files: readonly string[], onChange: () => void): FSWatcher[] {
  const byFolder = Map.groupBy(files, (file) => path.dirname(file));
  return [...byFolder].map(([folder, own]) => {
    const names = new Set(own.map((file) => path.basename(file)));
    return watchFiles(folder, (_event, name) => {
      if (name === null || names.has(name)) onChange();
    });
  });
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
