import { createHash } from 'node:crypto';
import type { Finding } from '../model/index.ts';
import type { GraphView } from '../view.ts';

/** Gives a line of a file without its line break; undefined when the file was not read. */
export type LineOf = (file: string, line: number) => string | undefined;

/**
 * Identifiers of findings that stay the same when lines move. Each is made from the rule, the file, the text of the
 * line, and a counter for findings that are equal in all three.
 * @returns one for each finding, in the same order
 */
export function fingerprints(findings: readonly Finding[], lineOf: LineOf): string[] {
  const occurrences = new Map<string, number>();
  const lineDigests = new Map<string, string>();
  // A line can be long and hold many findings, so it is normalised once.
  const contentOf = (finding: Finding): string => {
    const line = lineOf(finding.file, finding.line);
    if (line === undefined) return finding.message;
    const place = `${finding.line}\0${finding.file}`;
    const digest = lineDigests.get(place) ?? sha256(line.replace(/\s+/g, ' ').trim());
    lineDigests.set(place, digest);
    return digest;
  };
  return findings.map((finding) => {
    const key = [finding.rule, finding.file, contentOf(finding)].join('\0');
    const occurrence = occurrences.get(key) ?? 0;
    occurrences.set(key, occurrence + 1);
    return sha256(`${key}\0${occurrence}`).slice(0, 32);
  });
}

/** Finds lines of files. A file is split into lines when one of its lines is first needed. */
export function lineLookup(view: GraphView): LineOf {
  const { configuration } = view;
  const sources = new Map([
    ...(configuration ? [[configuration.path, configuration.text] as const] : []),
    ...view.others.map((file) => [file.path, file.text] as const),
    ...view.documents.map((facts) => [facts.path, facts.source] as const),
  ]);
  const split = new Map<string, string[] | undefined>();
  return (file, line) => {
    if (!split.has(file)) split.set(file, sources.get(file)?.split(/\r\n|\n|\r/));
    return split.get(file)?.[line - 1];
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
