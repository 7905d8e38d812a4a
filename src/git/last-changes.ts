/** When files were changed last, from the history of the project. */
import { spawnSync } from 'node:child_process';

/**
 * @param cwd directory of the project
 * @param folder the set, relative to it
 * @returns day ("2026-03-02") by path from the project; empty without a history, or with one that was cut off
 */
export function lastChanges(cwd: string, folder: string): Map<string, string> {
  const git = (...args: string[]): string => {
    const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    return status === 0 ? stdout : '';
  };
  // A shallow clone shows every file as changed at its edge.
  if (git('rev-parse', '--is-shallow-repository').trim() !== 'false') return new Map();
  return parseGitLog(git('log', '--format=%x00%cs', '--name-only', '--relative', '-z', '--', folder));
}

/** Reads `git log --format=%x00%cs --name-only -z`: newest first, so that the first mention of a file counts. */
export function parseGitLog(log: string): Map<string, string> {
  const days = new Map<string, string>();
  let day = '';
  for (const piece of log.split('\0').map((text) => text.trim())) {
    if (/^\d{4}-\d\d-\d\d$/.test(piece)) day = piece;
    else if (piece !== '' && day !== '' && !days.has(piece)) days.set(piece, day);
  }
  return days;
}

/** The latest of the days. */
export function latestDay(days: Iterable<string>): string | undefined {
  return [...days].sort().at(-1);
}
