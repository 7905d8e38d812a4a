/** Which files git ignores: the patterns of `.gitignore` files, except for files that are committed all the same. */
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { Kind } from '../disk.ts';
import type { KeptCommitted, Reading } from './options.ts';
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
export function readIgnored(
  boundary: string,
  isRepository: boolean,
  { disk, kept }: Pick<Reading, 'disk' | 'kept'>,
): IsIgnored {
  const patternsIn = new Map<string, Ignore | undefined>();
  const textIn = new Map<string, string>();
  const patternsOf = (folder: string): Ignore | undefined => {
    if (!patternsIn.has(folder)) {
      const own = disk.readText(path.join(folder, '.gitignore')) ?? '';
      const shared =
        isRepository && folder === boundary
          ? (disk.readText(path.join(folder, '.git/info/exclude')) ?? '')
          : '';
      // Later patterns win, and those of the repository itself win over those of the clone.
      const text = `${shared}\n${own}`;
      textIn.set(folder, text);
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
  let committed: KeptCommitted | undefined;
  /** Git answers again only where its index or the patterns that ignore the file have changed. */
  const committedNames = (file: string): readonly string[] => {
    const folders = foldersBetween(boundary, file);
    const isAsBefore = (folder: string): boolean => {
      patternsOf(folder);
      return kept?.committed?.patterns.get(folder) === textIn.get(folder);
    };
    const indexState = kept && disk.indexState(boundary);
    if (!committed && indexState !== undefined && kept?.committed?.indexState === indexState)
      if (folders.every(isAsBefore)) return kept.committed.names;
    committed ??= { names: disk.committedThoughIgnored(boundary), indexState: '', patterns: new Map() };
    if (kept && indexState !== undefined) kept.committed = Object.assign(committed, { indexState });
    for (const folder of folders) {
      patternsOf(folder);
      committed.patterns.set(folder, textIn.get(folder)!);
    }
    return committed.names;
  };
  const isCommitted = (file: string, kind: Kind): boolean => {
    if (!isRepository) return false;
    const name = relativePath(boundary, file, kind);
    return committedNames(file).some((other) =>
      kind === 'directory' ? other.startsWith(name) : other === name,
    );
  };
  return (file, kind) => isBelow(boundary, file) && matches(file, kind) && !isCommitted(file, kind);
}

/** The folders from a file up to the boundary. */
function foldersBetween(boundary: string, file: string): string[] {
  const folders: string[] = [];
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    folders.push(folder);
    if (folder === boundary || path.dirname(folder) === folder) return folders;
  }
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
