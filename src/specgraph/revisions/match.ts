/** Recognises documents and sections of one revision in another one. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';

export type DocumentPairs = Map<DocumentFacts, DocumentFacts>;
export type SectionPairs = Map<SectionFacts, SectionFacts>;

/** Pairs documents by path, the rest by a title that is unique in both revisions, and the rest by number. */
export function matchDocuments(
  before: readonly DocumentFacts[],
  after: readonly DocumentFacts[],
): DocumentPairs {
  const pairs: DocumentPairs = new Map();
  const free = new Set(after);
  const match = (same: (earlier: DocumentFacts, later: DocumentFacts) => boolean): void => {
    for (const earlier of before) {
      const found = pairs.has(earlier) ? undefined : [...free].find((later) => same(earlier, later));
      if (found) {
        pairs.set(earlier, found);
        free.delete(found);
      }
    }
  };
  match((earlier, later) => earlier.id === later.id);
  const [titlesBefore, titlesAfter] = [countTitles(before), countTitles(after)];
  match(
    (earlier, later) =>
      earlier.title === later.title &&
      titlesBefore.get(earlier.title) === 1 &&
      titlesAfter.get(later.title) === 1,
  );
  match((earlier, later) => earlier.number !== undefined && earlier.number === later.number);
  return pairs;
}

function countTitles(documents: readonly DocumentFacts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title } of documents) counts.set(title, (counts.get(title) ?? 0) + 1);
  return counts;
}

/**
 * Sections are the same from this likeness of their texts (0 to 1) on; less is enough where they have the same number.
 */
const MIN_LIKENESS = 0.5;
const MIN_LIKENESS_WITH_NUMBER = 0.25;

/** Pairs the sections of two revisions of one document: by heading, by title, and the rest by the likeness of their texts. */
export function matchSections(before: DocumentFacts, after: DocumentFacts): SectionPairs {
  const pairs: SectionPairs = new Map();
  const free = new Set(after.sections);
  const pair = (earlier: SectionFacts, later: SectionFacts): void => {
    pairs.set(earlier, later);
    free.delete(later);
  };
  const match = (same: (earlier: SectionFacts, later: SectionFacts) => boolean): void => {
    for (const earlier of before.sections) {
      const found = pairs.has(earlier) ? undefined : [...free].find((later) => same(earlier, later));
      if (found) pair(earlier, found);
    }
  };
  // The heading is the best evidence; sections with the same heading are distinguished by the section around them.
  match(
    (earlier, later) =>
      earlier.heading === later.heading && parentTitle(before, earlier) === parentTitle(after, later),
  );
  match(
    (earlier, later) =>
      earlier.title === later.title &&
      earlier.depth === later.depth &&
      parentTitle(before, earlier) === parentTitle(after, later),
  );
  match((earlier, later) => earlier.title === later.title);
  for (const { earlier, later } of similarPairs(
    before,
    after,
    before.sections.filter((section) => !pairs.has(section)),
    [...free],
  )) {
    if (!pairs.has(earlier) && free.has(later)) pair(earlier, later);
  }
  return pairs;
}

function parentTitle(facts: DocumentFacts, section: SectionFacts): string | undefined {
  return facts.sections.find(({ slug }) => slug === section.parent)?.title;
}

/** Pairs of sections with similar texts, the most similar first. */
function similarPairs(
  before: DocumentFacts,
  after: DocumentFacts,
  sectionsBefore: readonly SectionFacts[],
  sectionsAfter: readonly SectionFacts[],
): { earlier: SectionFacts; later: SectionFacts }[] {
  const words = (
    facts: DocumentFacts,
    sections: readonly SectionFacts[],
  ): Map<SectionFacts, Map<string, number>> =>
    new Map(sections.map((section) => [section, wordCounts(ownText(facts, section))]));
  const [inBefore, inAfter] = [words(before, sectionsBefore), words(after, sectionsAfter)];
  return sectionsBefore
    .flatMap((earlier) =>
      sectionsAfter.map((later) => ({
        earlier,
        later,
        likeness: diceOf(inBefore.get(earlier)!, inAfter.get(later)!),
      })),
    )
    .filter(
      ({ earlier, later, likeness }) =>
        likeness >=
        (earlier.number !== undefined && earlier.number === later.number
          ? MIN_LIKENESS_WITH_NUMBER
          : MIN_LIKENESS),
    )
    .toSorted((x, y) => y.likeness - x.likeness);
}

/** @returns how alike the own texts of two sections are, from 0 to 1 */
export function likenessOfSections(
  [factsBefore, before]: [DocumentFacts, SectionFacts],
  [factsAfter, after]: [DocumentFacts, SectionFacts],
): number {
  return diceOf(wordCounts(ownText(factsBefore, before)), wordCounts(ownText(factsAfter, after)));
}

/** @returns how alike the words of two texts are, from 0 to 1 */
export function likenessOfTexts(before: string, after: string): number {
  return diceOf(wordCounts(before), wordCounts(after));
}

/** Heading and text of a section up to its first subsection. */
export function ownText(facts: DocumentFacts, section: SectionFacts): string {
  const next = facts.sections[facts.sections.indexOf(section) + 1];
  const end = Math.min(section.endLine, next ? next.range.line - 1 : section.endLine);
  return [section.title, ...facts.source.split(/\r\n|\n|\r/).slice(section.range.line, end)].join('\n');
}

function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}_]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Dice's coefficient of two bags of words: 1 where they are equal, 0 where they have no word in common. */
function diceOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const size = (bag: ReadonlyMap<string, number>): number =>
    [...bag.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0);
  const total = size(a) + size(b);
  return total === 0 ? 0 : (2 * shared) / total;
}
