import { createHash } from 'node:crypto';
import type { Finding } from '#specgraph';

/** Gives a line of a file without its line break; undefined where the file was not read. */
export type LineOf = (file: string, line: number) => string | undefined;

/**
 * Names for findings that survive when lines move: made from the rule, the file, the words of the line, and which of
 * several equal ones it is. In the order of the findings.
 */
export function fingerprints(findings: readonly Finding[], lineOf: LineOf): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const words = (lineOf(finding.file, finding.line) ?? finding.message).replace(/\s+/g, ' ').trim();
    const key = [finding.rule, finding.file, words].join('\0');
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return createHash('sha256').update(`${key}\0${occurrence}`).digest('hex').slice(0, 32);
  });
}
