/** The files around the documents, for links that lead to them. */
import path from 'node:path';
import type { Disk } from '../disk.ts';
import type { Tree } from '../model/index.ts';
import type { IsIgnored } from './ignored-files.ts';
import { commonFolder, displayPath } from './places.ts';

/**
 * Lists folders when they are needed, each of them once.
 * @param added absolute path of a document that need not exist on the disk
 */
export function createTree(cwd: string, isIgnored: IsIgnored, disk: Disk, added?: string): Tree {
  const list = createListing(disk);
  const kind = (file: string): 'file' | 'directory' | undefined => {
    const full = path.resolve(cwd, file);
    if (full === path.parse(full).root || full === cwd) return 'directory';
    if (full === added) return 'file';
    return list(path.dirname(full))?.has(path.basename(full)) ? disk.kind(full) : undefined;
  };
  const otherCases = (file: string): string[] => {
    const full = path.resolve(cwd, file);
    // The directory in which the command runs is spelled correctly; only the parts below it need a look.
    const start = commonFolder(cwd, full);
    let spellings = [start];
    for (const part of path.relative(start, full).split(path.sep)) {
      spellings = spellings.flatMap((at) =>
        [...(list(at) ?? [])]
          .filter((name) => name.toLowerCase() === part.toLowerCase())
          .map((name) => path.join(at, name)),
      );
    }
    return spellings.filter((at) => at !== full).map((at) => displayPath(cwd, at));
  };
  return {
    kind,
    otherCases,
    isIgnored(file) {
      const found = kind(file);
      return found !== undefined && isIgnored(path.resolve(cwd, file), found);
    },
  };
}

/** The names in a folder; undefined where it cannot be read. */
function createListing(disk: Disk): (folder: string) => ReadonlySet<string> | undefined {
  const listings = new Map<string, Set<string> | undefined>();
  return (folder) => {
    if (!listings.has(folder)) {
      try {
        listings.set(folder, new Set(disk.list(folder).map((entry) => entry.name)));
      } catch {
        listings.set(folder, undefined);
      }
    }
    return listings.get(folder);
  };
}
