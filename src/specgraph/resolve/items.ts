/** Items within a section: "Section 6(d)", "item 3 of Section 2". */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { subtree } from './sections.ts';

export interface SectionItems {
  /** The highest number of its ordered lists and of marks such as "(2)"; 0 without one. */
  highest: number;
  /** The letters of marks such as "(b)", and of lettered parts: "b" of the heading "5b". */
  letters: ReadonlySet<string>;
}

/** @returns the items of a section and of all that stands below it */
export function itemsOf(section: SectionFacts, facts: DocumentFacts): SectionItems {
  const slugs = subtree(facts, section);
  const sections = facts.sections.filter(({ slug }) => slugs.has(slug));
  const marks = sections.flatMap(({ marks = [] }) => marks);
  const parts = sections.flatMap(({ number = '' }) =>
    number.slice(0, -1) === section.number && /[a-z]$/.test(number) ? [number.slice(-1)] : [],
  );
  return {
    highest: Math.max(
      0,
      ...sections.flatMap(({ lists = [] }) => lists.map(({ last }) => last)),
      ...marks.filter((mark) => /^\d/.test(mark)).map(Number),
    ),
    letters: new Set([...marks.filter((mark) => /^[a-z]$/.test(mark)), ...parts]),
  };
}

/** May be Roman numbers: (i), (v), (x) of a list that has letters as well. */
const ROMAN = /^[ivxl]+$/;

/** Whether a section has items of this sort, and ends before this one. Where it has none, nothing is known. */
export function lacksItem(section: SectionFacts, item: string, facts: DocumentFacts): boolean {
  const { highest, letters } = itemsOf(section, facts);
  if (/^\d+$/.test(item)) return highest > 0 && Number(item) > highest;
  return !ROMAN.test(item) && letters.size > 0 && [...letters].every((letter) => letter < item);
}
