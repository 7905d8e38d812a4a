/** Which files git ignores: the patterns of `.gitignore` files, except for files that are committed all the same. */
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { Disk, Kind } from '../disk.ts';
import { isBelow } from './places.ts';

/** Whether git ignores a file or folder; its path is absolute. */
export type IsIgnored = (file: string, kind: Kind) => boolean;

/** Patterns in the syntax of `.gitignore`, relative to one folder. */
export interface Patterns {
  folder: string;
  lines: readonly string[];
}

/**
 * Reads `.gitignore` files when they are needed, each of them once.
 * @param boundary the folder whose `.gitignore` is the topmost: the repository, or the set where there is none
 * @param isRepository whether git can be asked for files that are committed although a pattern matches them
 */
export function readIgnored(boundary: string, isRepository: boolean, disk: Disk): IsIgnored {
  const patternsIn = new Map<string, Ignore | undefined>();
  const patternsOf = (folder: string): Ignore | undefined => {
    if (!patternsIn.has(folder)) {
      const own = disk.readText(path.join(folder, '.gitignore')) ?? '';
      const shared =
        isRepository && folder === boundary
          ? (disk.readText(path.join(folder, '.git/info/exclude')) ?? '')
          : '';
      // Later patterns win, and those of the repository itself win over those of the clone.
      const text = `${shared}\n${own}`;
      patternsIn.set(folder, text.trim() === '' ? undefined : createMatcher(text));
    }
    return patternsIn.get(folder);
  };
  const known = new Map<string, boolean>();
  const matches = (file: string, kind: Kind): boolean => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const parent = path.dirname(file);
    // A file cannot be included again when a folder above it is ignored.
    const isMatch = (parent !== boundary && matches(parent, 'directory')) || decide(file, kind);
    known.set(file, isMatch);
    return isMatch;
  };
  /** The nearest `.gitignore` that says something about the file decides. */
  const decide = (file: string, kind: Kind): boolean => {
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      const found = patternsOf(folder)?.test(relativePath(folder, file, kind));
      if (found?.ignored || found?.unignored) return found.ignored;
      if (folder === boundary) return false;
    }
  };
  let committed: readonly string[] | undefined;
  const isCommitted = (file: string, kind: Kind): boolean => {
    if (!isRepository) return false;
    committed ??= disk.committedThoughIgnored(boundary);
    const name = relativePath(boundary, file, kind);
    return committed.some((other) => (kind === 'directory' ? other.startsWith(name) : other === name));
  };
  return (file, kind) => isBelow(boundary, file) && matches(file, kind) && !isCommitted(file, kind);
}

/** Whether one of the lists of patterns excludes a file or a folder above it. */
export function createExclusion(lists: readonly Patterns[]): IsIgnored {
  const matchers = lists
    .filter(({ lines }) => lines.length > 0)
    .map(({ folder, lines }) => ({ folder, matcher: createMatcher(lines.join('\n')) }));
  return (file, kind) =>
    matchers.some(
      ({ folder, matcher }) => isBelow(folder, file) && matcher.ignores(relativePath(folder, file, kind)),
    );
}

function createMatcher(text: string): Ignore {
  return ignore({ ignorecase: false, allowRelativePaths: true }).add(text);
}

function relativePath(folder: string, file: string, kind: Kind): string {
  const name = path.relative(folder, file).split(path.sep).join('/');
  return kind === 'directory' ? `${name}/` : name;
}
