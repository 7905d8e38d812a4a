/** The numbers of a document that name something else after a refactoring, or nothing. */
import type { DocumentFacts } from '../../model/index.ts';
import { writtenNumber } from '../headings.ts';
import type { After, Before } from '../state.ts';

/** What had the number before, and its number now; undefined where it is gone from the document. */
export interface ChangedNumber {
  title: string;
  now: string | undefined;
}

export interface ChangedNumbers {
  facts: DocumentFacts;
  sections: ReadonlyMap<string, ChangedNumber>;
  steps: ReadonlyMap<string, ChangedNumber>;
}

/** @returns the documents some of whose numbers changed */
export function changedNumbers({ graph }: Before, after: After): ChangedNumbers[] {
  return graph.documents.flatMap((facts) => {
    const sections = new Map<string, ChangedNumber>();
    const steps = new Map<string, ChangedNumber>();
    for (const section of facts.sections) {
      const number = writtenNumber(section);
      if (number === undefined || section.label) continue;
      const now = after.sectionNow(section);
      const isHere = now !== undefined && now.facts === after.documentNow(facts);
      const written = isHere ? writtenNumber(now.section) : undefined;
      if (written === number) continue;
      (section.step === undefined ? sections : steps).set(number, { title: section.title, now: written });
    }
    return sections.size + steps.size > 0 && !after.isRemoved(facts) ? [{ facts, sections, steps }] : [];
  });
}
