import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';

export interface SectionName {
  file: string;
  line: number;
  number?: string;
  title: string;
}

export interface SectionChange {
  from: SectionName;
  to: SectionName;
}

/** A section with both a new number and a new title counts as renamed. */
export interface SectionChanges {
  added: SectionName[];
  removed: SectionName[];
  renumbered: SectionChange[];
  renamed: SectionChange[];
}

type DocumentPairs = Map<DocumentFacts, DocumentFacts>;
type SectionPairs = Map<SectionFacts, SectionFacts>;

/** Pairs documents by path, and the rest by number. */
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
  match((earlier, later) => earlier.number !== undefined && earlier.number === later.number);
  return pairs;
}

/**
 * Compares the sections of documents that both revisions have. Sections of an added or removed document are not listed.
 * @returns the changes, and a function from ids of the first revision to those of the second
 */
export function diffSections(documents: DocumentPairs): {
  changes: SectionChanges;
  idAfter: (id: string) => string;
} {
  const changes: SectionChanges = { added: [], removed: [], renumbered: [], renamed: [] };
  const ids = new Map<string, string>();
  for (const [earlier, later] of documents) {
    const pairs = matchSections(earlier, later);
    const matched = new Set(pairs.values());
    changes.added.push(...later.sections.filter((section) => !matched.has(section)).map(nameOf));
    changes.removed.push(...earlier.sections.filter((section) => !pairs.has(section)).map(nameOf));
    ids.set(nodeId.document(earlier.id), nodeId.document(later.id));
    for (const [from, to] of pairs) {
      ids.set(nodeId.section(earlier.id, from.slug), nodeId.section(later.id, to.slug));
      if (from.step && to.step) ids.set(nodeId.step(earlier.id, from.step), nodeId.step(later.id, to.step));
      if (from.title !== to.title) changes.renamed.push({ from: nameOf(from), to: nameOf(to) });
      else if (from.number !== to.number) changes.renumbered.push({ from: nameOf(from), to: nameOf(to) });
    }
  }
  return { changes, idAfter: (id) => ids.get(id) ?? id };
}

function nameOf({ range, number, title }: SectionFacts): SectionName {
  return { file: range.file, line: range.line, ...(number === undefined ? {} : { number }), title };
}

/**
 * Sections are the same from this likeness of their texts (0 to 1) on; less is enough where they have the same number.
 */
const MIN_LIKENESS = 0.5;
const MIN_LIKENESS_WITH_NUMBER = 0.25;

function matchSections(before: DocumentFacts, after: DocumentFacts): SectionPairs {
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
  const parentOf = (document: DocumentFacts, section: SectionFacts): string | undefined =>
    document.sections.find((other) => other.slug === section.parent)?.title;
  match(
    (earlier, later) =>
      earlier.heading === later.heading && parentOf(before, earlier) === parentOf(after, later),
  );
  match(
    (earlier, later) =>
      earlier.title === later.title &&
      earlier.depth === later.depth &&
      parentOf(before, earlier) === parentOf(after, later),
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
        likeness: likeness(inBefore.get(earlier)!, inAfter.get(later)!),
      })),
    )
    .filter(
      ({ earlier, later, likeness: score }) =>
        score >=
        (earlier.number !== undefined && earlier.number === later.number
          ? MIN_LIKENESS_WITH_NUMBER
          : MIN_LIKENESS),
    )
    .toSorted((a, b) => b.likeness - a.likeness);
}

/** Heading and text of a section up to its first subsection. */
function ownText(facts: DocumentFacts, section: SectionFacts): string {
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
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const size = (bag: ReadonlyMap<string, number>): number =>
    [...bag.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0);
  const total = size(a) + size(b);
  return total === 0 ? 0 : (2 * shared) / total;
}
