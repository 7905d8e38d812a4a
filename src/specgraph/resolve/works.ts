/** Documents that are parts of one work: their section numbers count on from file to file. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';

/**
 * The works of a set, each as its parts in the order of their section numbers; a document that is no part is a work of its
 * own.
 */
export function worksOf(documents: readonly DocumentFacts[]): DocumentFacts[][] {
  const works = Map.groupBy(documents, (facts) => facts.part?.work ?? facts);
  return [...works.values()].map((parts) => (parts.length > 1 ? inOrder(parts) : parts));
}

function inOrder(parts: readonly DocumentFacts[]): DocumentFacts[] {
  const rank = new Map(parts.map((facts) => [facts, rankOf(facts)]));
  return parts.toSorted((a, b) => rank.get(a)! - rank.get(b)!);
}

/** Chapters by their number, then appendices by their letter; a part without numbers stands before all. */
function rankOf({ sections }: DocumentFacts): number {
  const first = sections.find(({ number }) => number !== undefined)?.number;
  if (first === undefined) return -1;
  const chapter = Number.parseInt(first, 10);
  return Number.isNaN(chapter) ? APPENDICES_FROM + first.charCodeAt(0) : chapter;
}

/** Larger than the number of any chapter. */
const APPENDICES_FROM = 1_000_000;

/** The sections of a work as one list. */
export function sectionsOf(parts: readonly DocumentFacts[]): SectionFacts[] {
  return parts.flatMap(({ sections }) => sections);
}
