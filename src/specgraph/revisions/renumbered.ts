/**
 * Finds what was done to the sections of a set since an earlier revision, where it changed their numbers: an insertion, a
 * removal, an exchange, or a move to another document, which changes the numbers of both.
 */
import type {
  DocumentFacts,
  RevisionPlace,
  SectionFacts,
  SourceRange,
  StaleReference,
} from '../model/index.ts';
import type { GraphView } from '../view.ts';
import { compareRevisions, type PlacedSection, type RevisionComparison } from './compare.ts';
import { nameOf, numberOf } from './describe.ts';

/** One such change. It is named by the section that moved, or by the first one that has another number. */
export interface Renumbering {
  was: RevisionPlace;
  now: RevisionPlace;
  /** That section; or a new one before it, which took its number. */
  heading: SourceRange;
  /** A section directly before it that was removed. */
  removed?: RevisionPlace;
  /** How many sections have another number or another document, this one included. */
  count: number;
  /** Whether a reference is stale because of it. */
  explains(reference: StaleReference): boolean;
}

/** A section that has another number now, or another document. */
interface Displaced extends PlacedSection {
  before: PlacedSection;
}

/** @returns one for each group of documents between which sections moved */
export function findRenumberings(before: GraphView, now: GraphView): Renumbering[] {
  const comparison = compareRevisions(before.documents, now.documents);
  const displaced = before.documents.flatMap((facts) =>
    facts.sections.flatMap((section): Displaced[] => {
      const place = comparison.sectionNow(section);
      return place && isDisplaced({ facts, section }, place, comparison)
        ? [{ ...place, before: { facts, section } }]
        : [];
    }),
  );
  return groupsOf(displaced, comparison).map((group) => describeGroup(group, comparison));
}

function isDisplaced(was: PlacedSection, is: PlacedSection, comparison: RevisionComparison): boolean {
  if (comparison.documentNow(was.facts) !== is.facts) return true;
  const numbers = [was, is].map((one) => numberOf(placeOf(one)));
  return numbers.every((number) => number !== undefined) && numbers[0] !== numbers[1];
}

interface Group {
  /** Present paths of its documents; of removed ones, the old path. */
  files: ReadonlySet<string>;
  displaced: Displaced[];
}

/** Documents between which sections moved belong together. */
function groupsOf(displaced: readonly Displaced[], { documentNow }: RevisionComparison): Group[] {
  const groups = new Map<string, Set<string>>();
  const groupOf = (file: string): Set<string> => groups.get(file) ?? new Set([file]);
  for (const { facts, before } of displaced) {
    const from = documentNow(before.facts)?.path ?? before.facts.path;
    const joined = groupOf(from).union(groupOf(facts.path));
    for (const file of joined) groups.set(file, joined);
  }
  return [...new Set(groups.values())].map((files) => ({
    files,
    displaced: displaced
      .filter(({ facts }) => files.has(facts.path))
      .toSorted((a, b) => compareHeadings(a.section, b.section)),
  }));
}

function compareHeadings({ range: a }: SectionFacts, { range: b }: SectionFacts): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}

function describeGroup({ files, displaced }: Group, comparison: RevisionComparison): Renumbering {
  const { documentNow, sectionNow } = comparison;
  const moved = displaced.filter(({ facts, before }) => documentNow(before.facts) !== facts);
  const first = moved.length > 0 ? moved[0] : displaced[0];
  const removed = moved.length > 0 ? undefined : removedBefore(first.before, comparison);
  return {
    was: placeOf(first.before),
    now: placeOf(first),
    heading: moved.length > 0 ? first.section.range : newHeadingBefore(first, comparison).range,
    removed: removed && placeOf({ facts: first.before.facts, section: removed }),
    count: displaced.length,
    explains({ edge, was, now, isCarried }) {
      if (!was.section) return false;
      const lost = displaced.some(
        ({ before: { facts, section } }) =>
          facts.path === was.file && section.range.line > was.section!.range.line,
      );
      if (!now) return lost && !sectionNow(was.section);
      if (isCarried && files.has(edge.range!.file)) return true;
      return (
        displaced.some(({ before }) => before.section === was.section) ||
        (files.has(now.file) && nameOf(was) !== nameOf(now))
      );
    },
  };
}

function removedBefore(
  { facts, section }: PlacedSection,
  { sectionNow }: RevisionComparison,
): SectionFacts | undefined {
  const previous = siblingBefore(facts, section);
  return previous && !sectionNow(previous) ? previous : undefined;
}

function newHeadingBefore({ facts, section }: PlacedSection, { isOld }: RevisionComparison): SectionFacts {
  const previous = siblingBefore(facts, section);
  return previous && !isOld(previous) ? previous : section;
}

function siblingBefore(
  { sections }: DocumentFacts,
  { depth, parent, slug }: SectionFacts,
): SectionFacts | undefined {
  const siblings = sections.filter((one) => one.depth === depth && one.parent === parent);
  return siblings[siblings.findIndex((one) => one.slug === slug) - 1];
}

function placeOf({ facts: { path, number }, section }: PlacedSection): RevisionPlace {
  return { file: path, document: number, title: section.title, section };
}
