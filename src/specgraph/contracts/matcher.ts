import { RE2JS, RE2JSException } from 're2js';

/** A stretch of text that a pattern matched; offsets in UTF-16 units. */
export interface Match {
  start: number;
  end: number;
}

/**
 * Patterns of contracts run on RE2, whose time is linear in the text: no pattern of an author can hang a build.
 * `^` and `$` match at line ends. What RE2 lacks (look-around, back references) is reported, not emulated.
 * @returns all matches in order, or what is wrong with the pattern
 */
export function findMatches(pattern: string, text: string): { matches: Match[] } | { fault: string } {
  try {
    const matcher = RE2JS.compile(pattern, RE2JS.MULTILINE).matcher(text);
    const matches: Match[] = [];
    while (matcher.find()) matches.push({ start: matcher.start(), end: matcher.end() });
    return { matches };
  } catch (error) {
    if (error instanceof RE2JSException) return { fault: error.message };
    throw error;
  }
}
