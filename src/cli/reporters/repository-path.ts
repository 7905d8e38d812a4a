import path from 'node:path';
import type { Report, TerminalOptions } from '../report.ts';

/**
 * The path by which code hosts know a file: relative to the repository, wherever the command runs. Without a repository
 * it is relative to where the command runs.
 */
export function repositoryPath(
  file: string,
  { repository }: Pick<Report, 'repository'>,
  { cwd }: Pick<TerminalOptions, 'cwd'>,
): string {
  if (repository === undefined || repository === '.') return file;
  return path.relative(path.resolve(cwd, repository), path.resolve(cwd, file)).split(path.sep).join('/');
}
