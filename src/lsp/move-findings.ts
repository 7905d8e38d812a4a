/** Findings of an earlier text of a document, at their places in the present one. */
import type { Finding } from '#specgraph';

/**
 * @param findings of one document
 * @returns those whose lines are the same in both texts, with the line numbers of the new text and without fixes
 */
export function moveFindings(findings: readonly Finding[], before: string, after: string): Finding[] {
  if (before === after) return [...findings];
  const [was, is] = [before, after].map((text) => text.split(/\r\n|\r|\n/));
  const length = Math.min(was.length, is.length);
  let head = 0;
  while (head < length && was[head] === is[head]) head++;
  let tail = 0;
  while (tail < length - head && was.at(-1 - tail) === is.at(-1 - tail)) tail++;
  const firstBehind = was.length - tail + 1;
  return findings.flatMap(({ fix: _, ...finding }) => {
    if (finding.endLine <= head) return [finding];
    const shift = is.length - was.length;
    return finding.line >= firstBehind
      ? [{ ...finding, line: finding.line + shift, endLine: finding.endLine + shift }]
      : [];
  });
}
