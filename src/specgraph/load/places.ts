/** Absolute paths of this machine, and how they are shown. */
import path from 'node:path';

/** The path as the user sees it: POSIX, relative to the directory in which the command runs; "." is that directory. */
export function displayPath(cwd: string, absolute: string): string {
  return path.relative(cwd, absolute).split(path.sep).join('/') || '.';
}

/** The deepest folder that is, or holds, both. */
export function commonFolder(one: string, other: string): string {
  let at = one;
  while (at !== path.dirname(at) && !isAtOrBelow(at, other)) at = path.dirname(at);
  return at;
}

export function isAtOrBelow(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

export function isBelow(folder: string, file: string): boolean {
  return folder !== file && isAtOrBelow(folder, file);
}

/** The folder and all folders above it, up to `last`; only the folder itself where `last` does not hold it. */
export function foldersUpTo(last: string, folder: string): string[] {
  if (!isBelow(last, folder)) return [folder];
  return [folder, ...foldersUpTo(last, path.dirname(folder))];
}

/** Why an operation of the file system failed, in a word. */
export function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
}
