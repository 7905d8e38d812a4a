/** Findings by their cause: what many places report about one thing is shown once. */
import type { Finding } from './model/index.ts';

export interface FoldedFinding {
  finding: Finding;
  /** Further findings of the same cause, in their order. */
  consequences: Finding[];
}

/** Fewer findings of the same words are shown one by one. */
const MIN_ALIKE = 3;

/**
 * Folds findings about the same missing thing below the one at its origin, and findings of one rule in the same words
 * below the first of them.
 *
 * @returns the causes that have an origin first, then the others in their order
 */
export function foldFindings(findings: readonly Finding[]): FoldedFinding[] {
  const origins = new Map(findings.flatMap((one) => (one.isOrigin ? [[one.about, one] as const] : [])));
  const keyOf = (finding: Finding): string | Finding =>
    (finding.about !== undefined && origins.get(finding.about)) || `${finding.rule} ${finding.message}`;
  const folded = [...Map.groupBy(findings, keyOf)].flatMap(([key, group]): FoldedFinding[] => {
    if (typeof key === 'string' && group.length < MIN_ALIKE)
      return group.map((finding) => ({ finding, consequences: [] }));
    const finding = typeof key === 'string' ? group[0] : key;
    return [{ finding, consequences: group.filter((other) => other !== finding) }];
  });
  const place = new Map(findings.map((finding, i) => [finding, i]));
  const isCause = ({ finding, consequences }: FoldedFinding): boolean =>
    finding.isOrigin === true && consequences.length > 0;
  const inOrder = folded.toSorted((a, b) => place.get(a.finding)! - place.get(b.finding)!);
  return [...inOrder.filter(isCause), ...inOrder.filter((one) => !isCause(one))];
}
