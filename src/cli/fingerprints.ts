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
  const known = new Map<string, string>();
  // A line may be long and hold many findings: it is normalised once.
  const wordsOf = (finding: Finding): string => {
    const line = lineOf(finding.file, finding.line);
    if (line === undefined) return finding.message;
    const place = `${finding.line}\0${finding.file}`;
    const digest = known.get(place) ?? sha256(line.replace(/\s+/g, ' ').trim());
    known.set(place, digest);
    return digest;
  };
  return findings.map((finding) => {
    const key = [finding.rule, finding.file, wordsOf(finding)].join('\0');
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return sha256(`${key}\0${occurrence}`).slice(0, 32);
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
