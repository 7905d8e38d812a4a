/** Finds out where the documents and sections of one revision are in a later one. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { likenessOfSections, matchDocuments, matchSections } from './match.ts';

/** A section together with its document. */
export interface PlacedSection {
  facts: DocumentFacts;
  section: SectionFacts;
}

export interface RevisionComparison {
  /** The document as it is now; undefined where it was removed. */
  documentNow(before: DocumentFacts): DocumentFacts | undefined;
  /** The section as it is now, in whatever document; undefined where it was removed or cannot be recognised. */
  sectionNow(before: SectionFacts): PlacedSection | undefined;
  /** Whether the section was recognised beyond doubt: other sections are less like it. */
  isCertain(before: SectionFacts): boolean;
  /** Whether a present section was there before. */
  isOld(now: SectionFacts): boolean;
}

/** A section that moved to another document is recognised by its title and this likeness (0 to 1) of its text. */
const MIN_LIKENESS_ELSEWHERE = 0.6;
/** Shorter texts are too much alike to tell sections apart. */
const MIN_WORDS = 8;
/** Shorter ones must be equal, and still have so many words. */
const MIN_EQUAL_WORDS = 4;
const MIN_CERTAIN_LIKENESS = 0.6;

export function compareRevisions(
  before: readonly DocumentFacts[],
  after: readonly DocumentFacts[],
): RevisionComparison {
  const documents = matchDocuments(before, after);
  const sections = new Map<SectionFacts, PlacedSection>();
  const ownerBefore = new Map(before.flatMap((facts) => facts.sections.map((section) => [section, facts])));
  for (const [was, now] of documents)
    for (const [from, to] of matchSections(was, now)) sections.set(from, { facts: now, section: to });
  const taken = new Set([...sections.values()].map(({ section }) => section));
  for (const [from, to] of movedElsewhere(before, after, sections, taken)) {
    sections.set(from, to);
    taken.add(to.section);
  }
  return {
    documentNow: (facts) => documents.get(facts),
    sectionNow: (section) => sections.get(section),
    isOld: (section) => taken.has(section),
    isCertain(section) {
      const now = sections.get(section);
      return now !== undefined && isSameBeyondDoubt({ facts: ownerBefore.get(section)!, section }, now);
    },
  };
}

/** Sections that left their document and stand in another one, with the same title and a similar text. */
function* movedElsewhere(
  before: readonly DocumentFacts[],
  after: readonly DocumentFacts[],
  known: ReadonlyMap<SectionFacts, PlacedSection>,
  taken: ReadonlySet<SectionFacts>,
): Iterable<[SectionFacts, PlacedSection]> {
  const free = Map.groupBy(
    after.flatMap((facts) =>
      facts.sections.filter((section) => !taken.has(section)).map((section) => ({ facts, section })),
    ),
    ({ section }) => section.title,
  );
  const used = new Set<SectionFacts>();
  for (const facts of before) {
    for (const section of facts.sections) {
      if (known.has(section)) continue;
      const words = countWords(facts, section);
      if (words < MIN_EQUAL_WORDS) continue;
      const likeness = words < MIN_WORDS ? 1 : MIN_LIKENESS_ELSEWHERE;
      const alike = (free.get(section.title) ?? []).filter(
        (place) =>
          !used.has(place.section) &&
          likenessOfSections([facts, section], [place.facts, place.section]) >= likeness,
      );
      if (alike.length !== 1) continue;
      used.add(alike[0].section);
      yield [section, alike[0]];
    }
  }
}

function countWords(facts: DocumentFacts, { range, endLine }: SectionFacts): number {
  const start = facts.lineStarts[range.line] ?? facts.source.length;
  const text = facts.source.slice(start, facts.lineStarts[endLine] ?? facts.source.length);
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** The title is the same and unique in both documents, or the texts are alike. */
function isSameBeyondDoubt(before: PlacedSection, now: PlacedSection): boolean {
  const { title } = before.section;
  if (title === now.section.title && isUnique(title, before.facts) && isUnique(title, now.facts)) return true;
  return likenessOfSections([before.facts, before.section], [now.facts, now.section]) >= MIN_CERTAIN_LIKENESS;
}

function isUnique(title: string, { sections }: DocumentFacts): boolean {
  return sections.filter((section) => section.title === title).length === 1;
}
