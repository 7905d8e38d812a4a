/** Reads from the git history when each file was changed last. */
import { spawnSync } from 'node:child_process';

/**
 * @param cwd directory of the project
 * @param folder the folder of the set, relative to it
 * @returns the day ("2026-03-02") by path relative to the project; empty without a complete history
 */
export function lastChanges(cwd: string, folder: string): Map<string, string> {
  const git = (...args: string[]): string => {
    const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    return status === 0 ? stdout : '';
  };
  // In a shallow clone the oldest commit seems to have changed every file.
  if (git('rev-parse', '--is-shallow-repository').trim() !== 'false') return new Map();
  return parseGitLog(git('log', '--format=%x00%cs', '--name-only', '--relative', '-z', '--', folder));
}

/** Parses `git log --format=%x00%cs --name-only -z`. The newest commit comes first, so the first day of a file counts. */
function parseGitLog(log: string): Map<string, string> {
  const days = new Map<string, string>();
  let day = '';
  for (const piece of log.split('\0').map((text) => text.trim())) {
    if (/^\d{4}-\d\d-\d\d$/.test(piece)) day = piece;
    else if (piece !== '' && day !== '' && !days.has(piece)) days.set(piece, day);
  }
  return days;
}

/** The latest of the days; undefined without any. */
export function latestDay(days: Iterable<string>): string | undefined {
  return [...days].sort().at(-1);
}
