/** Document numbers without a configuration: "spec/01" in a folder "spec" with files named "01-scope.md". */

/** "spec/14", "spec/14-edge.md": the folder and the number of a file that is named "14-edge.md". */
const BY_NUMBER = /^(?:.*\/)?([\w.-]+)\/(\d+)(?:-[\w-]+(?:\.md)?)?$/;
/** Fewer files may begin with a number by chance. */
const MIN_NUMBERED_FILES = 3;
/** A few other files may stand beside numbered ones. */
export const MIN_NUMBERED_SHARE = 0.8;

/** @returns the digits of "spec/14"; "" for other words */
export function numberIn(name: string): string {
  return BY_NUMBER.exec(name)?.[2] ?? '';
}

/** Paths by the number that their file names begin with. */
type Series = Map<string, string>;

/** The files of the folder that a name begins with, if its number has as many digits as theirs. */
export function seriesNamed(name: string, folders: ReadonlyMap<string, Series | null>): Series | undefined {
  const [, folder = '', number = ''] = BY_NUMBER.exec(name) ?? [];
  const series = folders.get(folder);
  return series && [...series.keys()].every(({ length }) => length === number.length) ? series : undefined;
}

/**
 * Folders whose files are named "NN-name.md", by the folder's own name; null where two of them have the same name.
 * @param rootName of the folder whose path is empty
 */
export function numberedFolders(
  folders: ReadonlyMap<string, readonly string[]>,
  rootName: string = '',
): Map<string, Series | null> {
  const found = new Map<string, Series | null>();
  for (const [folder, paths] of folders) {
    const names = paths.map((path) => ({ path, name: fileName(path) }));
    const others = names.filter(({ name }) => isWithinSeries(name));
    const numbered = others.flatMap(({ path, name }) => {
      const number = /^(\d{2,4})-/.exec(name)?.[1];
      return number === undefined ? [] : [[number, path] as const];
    });
    const series = new Map(numbered);
    if (numbered.length < MIN_NUMBERED_FILES || series.size < numbered.length) continue;
    if (numbered.length < others.length * MIN_NUMBERED_SHARE) continue;
    const name = folder === '' ? rootName : fileName(folder);
    found.set(name, found.has(name) ? null : series);
  }
  return found;
}

/** Whether a file could have a number: those that introduce a folder have none. */
export function isWithinSeries(name: string): boolean {
  return !/^(?:readme|index|changelog)\b/i.test(name);
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
