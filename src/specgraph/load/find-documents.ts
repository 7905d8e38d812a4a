/** Finds the documents below a folder. */
import path from 'node:path';
import type { Disk, Entry } from '../disk.ts';
import type { ReadProblem } from '../model/index.ts';
import { isDocument } from '../text/file-names.ts';
import type { IsIgnored } from './ignored-files.ts';
import { displayPath, reasonOf } from './places.ts';

/** Names of folders that contain no documents of the project. */
const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.hg', '.svn', 'dist', '.astro', '.cache', '.venv']);

/**
 * Each folder is visited once, so symbolic links that form a loop do no harm.
 * @param problems receives folders and links that cannot be read
 * @returns absolute paths, sorted
 */
export function findDocuments(
  root: string,
  isSkipped: IsIgnored,
  { cwd, disk }: { cwd: string; disk: Disk },
  problems: ReadProblem[],
): string[] {
  const found: string[] = [];
  const visited = new Set<string>();
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: Entry[];
    try {
      const real = disk.realPath(folder);
      if (visited.has(real)) continue;
      visited.add(real);
      entries = disk.list(folder);
    } catch (error) {
      problems.push({
        path: displayPath(cwd, folder),
        kind: 'unreadable',
        message: `The folder cannot be read (${reasonOf(error)}).`,
      });
      continue;
    }
    for (const entry of entries) {
      const full = path.join(folder, entry.name);
      const kind = entry.kind === 'link' ? disk.kind(full) : entry.kind;
      if (kind === 'directory' && !SKIPPED_FOLDERS.has(entry.name)) {
        if (!isSkipped(full, kind)) folders.push(full);
      } else if (kind === 'file' && isDocument(entry.name)) {
        if (!isSkipped(full, kind)) found.push(full);
      } else if (kind === undefined && isDocument(entry.name)) {
        problems.push({
          path: displayPath(cwd, full),
          kind: 'unreadable',
          message: 'The link leads nowhere or in a circle.',
        });
      }
    }
  }
  return found.sort();
}
