import { encodePath } from './destination.ts';
import type { DocumentFacts, GraphEdge, SectionFacts, SourceRange } from '../model/index.ts';

/** The place of an edge that was read from text. Every such edge has one, although its type makes it optional. */
export function placeOf(edge: GraphEdge): SourceRange {
  return edge.range!;
}

/** The URL by which the document at `from` links to `to`; both paths relative to the same folder. */
export function relativeUrl(from: string, to: string): string {
  return encodePath(relativePath(from, to));
}

/** The same as a path, not encoded. */
export function relativePath(from: string, to: string): string {
  const fromFolders = from.split('/').slice(0, -1);
  const toParts = to.split('/');
  let common = 0;
  while (
    common < fromFolders.length &&
    common < toParts.length - 1 &&
    fromFolders[common] === toParts[common]
  )
    common++;
  return [...fromFolders.slice(common).map(() => '..'), ...toParts.slice(common)].join('/');
}

/** Names a section: "spec/03-contextualization-reference.md, Section 8". */
export function sectionName(facts: DocumentFacts, section: SectionFacts): string {
  if (section.number === undefined) return `${facts.path}, "${section.heading}"`;
  return /^[A-Z]/.test(section.number)
    ? `${facts.path}, ${section.number === 'Appendix' ? 'Appendix' : `Appendix ${section.number}`}`
    : `${facts.path}, Section ${section.number}`;
}

/** Describes a sorted list of numbers by its first and last: "6a to 6e", "1 to 12"; or gives the only one. */
export function extent(numbers: readonly string[]): string {
  return numbers.length < 2 ? numbers.join('') : `${numbers[0]} to ${numbers.at(-1)}`;
}
