/** Finds where the numbers of a document begin to differ from those of an earlier revision. */
import type { DocumentFacts, RevisionPlace, SectionFacts } from '../model/index.ts';
import type { GraphView } from '../view.ts';
import { compareRevisions, type RevisionComparison } from './compare.ts';
import { numberOf } from './describe.ts';

/** The first section of a document that has another number than before. */
export interface Renumbered {
  was: RevisionPlace;
  now: RevisionPlace;
  /** The section that took its number, where it is new; else the renumbered section itself. */
  heading: SectionFacts;
  /** How many sections of the document have other numbers, this one included. */
  count: number;
}

/** @returns by the present path of the document; documents whose numbers are the same are left out */
export function findRenumbered(before: GraphView, now: GraphView): Map<string, Renumbered> {
  const comparison = compareRevisions(before.documents, now.documents);
  return new Map(
    before.documents.flatMap((facts): [string, Renumbered][] => {
      const present = comparison.documentNow(facts);
      const found = present && firstRenumbered(facts, present, comparison);
      return found ? [[present.path, found]] : [];
    }),
  );
}

function firstRenumbered(
  facts: DocumentFacts,
  present: DocumentFacts,
  comparison: RevisionComparison,
): Renumbered | undefined {
  const moved = facts.sections
    .flatMap((section) => {
      const place = comparison.sectionNow(section);
      if (place?.facts !== present) return [];
      const [was, now] = [placeOf(facts, section), placeOf(present, place.section)];
      const numbers = [was, now].map(numberOf);
      const isRenumbered = numbers.every((number) => number !== undefined) && numbers[0] !== numbers[1];
      return isRenumbered ? [{ was, now, section: place.section }] : [];
    })
    .toSorted((a, b) => a.section.range.line - b.section.range.line);
  if (moved.length === 0) return undefined;
  const [{ was, now, section }] = moved;
  const siblings = present.sections.filter(
    ({ depth, parent }) => depth === section.depth && parent === section.parent,
  );
  const previous = siblings[siblings.indexOf(section) - 1] as SectionFacts | undefined;
  const heading = previous && !comparison.isOld(previous) ? previous : section;
  return { was, now, heading, count: moved.length };
}

function placeOf({ path, number }: DocumentFacts, section: SectionFacts): RevisionPlace {
  return { file: path, document: number, title: section.title, section };
}
