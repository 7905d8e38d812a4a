import { watch as watchFiles, type FSWatcher } from 'node:fs';

/** Editors save in several steps: events within this time count as one change. */
const SETTLE_MS = 40;

/** Yields whenever something below one of these paths has changed; runs until the consumer stops. */
export async function* watchPaths(paths: readonly string[]): AsyncGenerator<void> {
  let changed = false;
  let wake = (): void => {};
  const watchers: FSWatcher[] = paths.map((file) =>
    watchFiles(file, { recursive: true }, () => {
      changed = true;
      wake();
    }),
  );
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
