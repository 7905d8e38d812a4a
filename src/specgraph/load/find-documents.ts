/** Finds the documents below a folder. */
import path from 'node:path';
import type { Disk, Entry } from '../disk.ts';
import type { ReadProblem } from '../model/index.ts';
import { isDocument } from '../text/file-names.ts';
import type { IsIgnored } from './ignored-files.ts';
import { displayPath, isAtOrBelow, reasonOf } from './places.ts';

/** Names of folders that contain no documents of the project. */
const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.hg', '.svn', 'dist', '.astro', '.cache', '.venv']);

/**
 * Each folder is visited once, so symbolic links that form a loop do no harm. Links that lead out of `within` are not
 * followed: what they name is no part of the work, and a site would publish it.
 * @param within the repository, or the folder that is read where there is none
 * @param problems receives folders and links that cannot be read
 * @returns absolute paths, sorted
 */
export function findDocuments(
  root: string,
  isSkipped: IsIgnored,
  { cwd, disk, within }: { cwd: string; disk: Disk; within: string },
  problems: ReadProblem[],
): string[] {
  const found: string[] = [];
  const visited = new Set<string>();
  const folders = [root];
  const boundary = disk.realPath(within);
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
      const isFolder = kind === 'directory';
      const isWanted = isFolder ? !SKIPPED_FOLDERS.has(entry.name) : isDocument(entry.name);
      if (!isWanted || kind === 'other') continue;
      const report = (message: string): void =>
        void problems.push({ path: displayPath(cwd, full), kind: 'unreadable', message });
      if (kind === undefined) report('The link leads nowhere or in a circle.');
      else if (isSkipped(full, kind)) continue;
      else if (entry.kind === 'link' && !isAtOrBelow(boundary, disk.realPath(full)))
        report(`The link leads out of ${displayPath(cwd, within)} and is not followed.`);
      else (isFolder ? folders : found).push(full);
    }
  }
  return found.sort();
}
