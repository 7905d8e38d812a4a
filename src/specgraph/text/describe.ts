import type { DocumentFacts, GraphEdge, SectionFacts, SourceRange } from '../model/index.ts';

/** Edges of text always have a place; this says so to the compiler. */
export function placeOf(edge: GraphEdge): SourceRange {
  return edge.range!;
}

/** The URL by which the document at `from` links to `to`; both paths relative to the same folder. */
export function relativeUrl(from: string, to: string): string {
  const a = from.split('/').slice(0, -1);
  const b = to.split('/');
  let common = 0;
  while (common < a.length && common < b.length - 1 && a[common] === b[common]) common++;
  return [...a.slice(common).map(() => '..'), ...b.slice(common)].join('/');
}

/** "spec/03-contextualization-reference.md, Section 8" */
export function sectionName(facts: DocumentFacts, section: SectionFacts): string {
  if (section.number === undefined) return `${facts.path}, "${section.heading}"`;
  return /^[A-Z]/.test(section.number)
    ? `${facts.path}, ${section.number === 'Appendix' ? 'Appendix' : `Appendix ${section.number}`}`
    : `${facts.path}, Section ${section.number}`;
}

/** The first and last of an ordered run of numbers: "6a to 6e", "1 to 12", or the only one. */
export function extent(numbers: readonly string[]): string {
  return numbers.length < 2 ? numbers.join('') : `${numbers[0]} to ${numbers.at(-1)}`;
}
