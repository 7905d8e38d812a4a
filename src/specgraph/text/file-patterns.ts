import ignore from 'ignore';

/**
 * Whether a path is matched by patterns in the syntax of `.gitignore`.
 * @param root folder that patterns are relative to, and `path` relative to the same place as the folder
 */
export function filePatterns(patterns: readonly string[], root: string): (path: string) => boolean {
  const matcher = ignore({ ignorecase: false, allowRelativePaths: true }).add([...patterns]);
  const prefix = root === '.' || root === '' ? '' : `${root}/`;
  return (path) => path.startsWith(prefix) && path !== prefix && matcher.ignores(path.slice(prefix.length));
}
