/** POSIX path arithmetic on strings, because the engine must run without a file system. */

/** "a/b.md" gives "a"; "b.md" gives "". */
export function directory(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Joins and normalises two paths. ".." above the start is kept ("../x"). */
export function joinPath(base: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${base}/${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  const joined = parts.join('/');
  return base.startsWith('/') ? `/${joined}` : joined || '.';
}

/** Whether `path` is `folder` or lies below it. Both are normalised and relative to the same folder. */
export function isWithin(path: string, folder: string): boolean {
  if (folder === '.' || folder === '')
    return !path.startsWith('../') && path !== '..' && !path.startsWith('/');
  if (/^(\.\.\/)*\.\.$/.test(folder)) {
    const levels = (folder.match(/\.\./g) ?? []).length;
    const ups = (/^(?:\.\.\/?)*/.exec(path)?.[0].match(/\.\./g) ?? []).length;
    return ups <= levels;
  }
  return path === folder || path.startsWith(`${folder}/`);
}
