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
  const match = (same: (b: DocumentFacts, a: DocumentFacts) => boolean): void => {
    for (const b of before) {
      const found = pairs.has(b) ? undefined : [...free].find((a) => same(b, a));
      if (found) {
        pairs.set(b, found);
        free.delete(found);
      }
    }
  };
  match((b, a) => b.id === a.id);
  match((b, a) => b.number !== undefined && b.number === a.number);
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
  for (const [b, a] of documents) {
    const pairs = matchSections(b, a);
    const matched = new Set(pairs.values());
    changes.added.push(...a.sections.filter((s) => !matched.has(s)).map(nameOf));
    changes.removed.push(...b.sections.filter((s) => !pairs.has(s)).map(nameOf));
    ids.set(nodeId.document(b.id), nodeId.document(a.id));
    for (const [from, to] of pairs) {
      ids.set(nodeId.section(b.id, from.slug), nodeId.section(a.id, to.slug));
      if (from.step && to.step) ids.set(nodeId.step(b.id, from.step), nodeId.step(a.id, to.step));
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
  const pair = (b: SectionFacts, a: SectionFacts): void => {
    pairs.set(b, a);
    free.delete(a);
  };
  const match = (same: (b: SectionFacts, a: SectionFacts) => boolean): void => {
    for (const b of before.sections) {
      const found = pairs.has(b) ? undefined : [...free].find((a) => same(b, a));
      if (found) pair(b, found);
    }
  };
  // The heading is the best evidence; sections with the same heading are distinguished by the section around them.
  const parentOf = (d: DocumentFacts, s: SectionFacts): string | undefined =>
    d.sections.find((p) => p.slug === s.parent)?.title;
  match((b, a) => b.heading === a.heading && parentOf(before, b) === parentOf(after, a));
  match((b, a) => b.title === a.title && b.depth === a.depth && parentOf(before, b) === parentOf(after, a));
  match((b, a) => b.title === a.title);
  for (const { b, a } of similarPairs(
    before,
    after,
    before.sections.filter((s) => !pairs.has(s)),
    [...free],
  )) {
    if (!pairs.has(b) && free.has(a)) pair(b, a);
  }
  return pairs;
}

/** Pairs of sections with similar texts, the most similar first. */
function similarPairs(
  before: DocumentFacts,
  after: DocumentFacts,
  sectionsBefore: readonly SectionFacts[],
  sectionsAfter: readonly SectionFacts[],
): { b: SectionFacts; a: SectionFacts }[] {
  const words = (
    facts: DocumentFacts,
    sections: readonly SectionFacts[],
  ): Map<SectionFacts, Map<string, number>> =>
    new Map(sections.map((s) => [s, wordCounts(ownText(facts, s))]));
  const [inBefore, inAfter] = [words(before, sectionsBefore), words(after, sectionsAfter)];
  return sectionsBefore
    .flatMap((b) =>
      sectionsAfter.map((a) => ({ b, a, likeness: likeness(inBefore.get(b)!, inAfter.get(a)!) })),
    )
    .filter(
      ({ b, a, likeness: l }) =>
        l >= (b.number !== undefined && b.number === a.number ? MIN_LIKENESS_WITH_NUMBER : MIN_LIKENESS),
    )
    .toSorted((x, y) => y.likeness - x.likeness);
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
  const size = (bag: ReadonlyMap<string, number>): number => [...bag.values()].reduce((sum, n) => sum + n, 0);
  let shared = 0;
  for (const [word, n] of a) shared += Math.min(n, b.get(word) ?? 0);
  const total = size(a) + size(b);
  return total === 0 ? 0 : (2 * shared) / total;
}
