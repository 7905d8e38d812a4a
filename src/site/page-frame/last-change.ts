/** Days of change of the documents; read once for a build. */
import { lastChanges, latestDay } from '../../git/last-changes.ts';

/** Day of the last change to any document; undefined where the history does not tell. */
export function lastChangeDay(): string | undefined {
  return latestDay(
    [...lastChanges(process.cwd(), 'spec')].filter(([file]) => file.endsWith('.md')).map(([, day]) => day),
  );
}
