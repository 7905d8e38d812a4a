/** The day of the last change, from the git history. */
import { lastChanges, latestDay } from '../../git/last-changes.ts';

/** The day of the last change to any document; undefined without a complete history. */
export function lastChangeDay(): string | undefined {
  return latestDay(
    [...lastChanges(process.cwd(), 'spec')].filter(([file]) => file.endsWith('.md')).map(([, day]) => day),
  );
}
