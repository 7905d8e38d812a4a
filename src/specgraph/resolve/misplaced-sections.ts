/** Sections whose number begins with the number of another parent: "3.1" under "2.". */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { oncePer } from './once.ts';

export interface MisplacedSection {
  section: SectionFacts;
  /** The numbered section that it stands under. */
  above: SectionFacts;
  /** The number that was expected; undefined where the number is right and the heading is one level too deep. */
  expected?: string;
  /** An earlier one under the same section has the same wrong parent: it is the mistake, this one follows from it. */
  follows: boolean;
}

/** @returns them in document order */
export const misplacedSections = oncePer((facts: DocumentFacts): MisplacedSection[] => {
  const bySlug = new Map(facts.sections.map((section) => [section.slug, section]));
  const expectedOf = expectedNumbers(facts, bySlug);
  const numbers = new Set(facts.sections.map(({ number }) => number));
  const found: MisplacedSection[] = [];
  const runs = new Set<string>();
  const moved = new Set<string>();
  const positions = new Map<string, number>();
  for (const section of facts.sections) {
    const above = numberedAbove(section, bySlug);
    if (section.number === undefined || above?.number === undefined) continue;
    const position = (positions.get(above.slug) ?? 0) + 1;
    positions.set(above.slug, position);
    const parent = isChapter(section.number) ? undefined : parentNumberOf(section.number);
    const base = isChapter(above.number) ? parentNumberOf(above.number)! : above.number;
    if (parent === undefined || section.number === above.number || isWithin(section.number, base)) continue;
    // Where the section above has a wrong number itself, its parts have the right one.
    if (expectedOf.get(above.slug) === parent) continue;
    // 3, 4.1, 4.2, 5: the parts of 4 stand for it.
    if (!parent.includes('.') && !numbers.has(parent)) continue;
    const run = `${above.slug} ${parent}`;
    const isTooDeep = parent === parentNumberOf(above.number);
    const expected = isTooDeep ? undefined : meantNumber(section.number, above.number, position);
    // Parts of a misplaced section follow from it.
    found.push({ section, above, expected, follows: runs.has(run) || moved.has(parent) });
    runs.add(run);
    moved.add(section.number);
  }
  return found;
});

/** For each section the number that follows from the sibling before it, by slug. */
function expectedNumbers(
  { sections }: DocumentFacts,
  bySlug: ReadonlyMap<string, SectionFacts>,
): Map<string, string> {
  const last = new Map<SectionFacts | undefined, string>();
  const expected = new Map<string, string>();
  for (const section of sections) {
    if (section.number === undefined) continue;
    const above = numberedAbove(section, bySlug);
    const before = last.get(above);
    if (before !== undefined) expected.set(section.slug, successorOf(before));
    last.set(above, section.number);
  }
  return expected;
}

function successorOf(number: string): string {
  return number.replace(/\d+$/, (digits) => String(Number(digits) + 1));
}

function numberedAbove(
  section: SectionFacts,
  bySlug: ReadonlyMap<string, SectionFacts>,
): SectionFacts | undefined {
  const parentOf = ({ parent }: SectionFacts): SectionFacts | undefined =>
    parent === undefined ? undefined : bySlug.get(parent);
  let above = parentOf(section);
  while (above && above.number === undefined) above = parentOf(above);
  return above;
}

/** "3" of "3.1" and "6" of "6d"; undefined for a number that names no parent. */
function parentNumberOf(number: string): string | undefined {
  return /^(.+)\.\d+$/.exec(number)?.[1] ?? /^(\d+(?:\.\d+)*)[a-z]$/.exec(number)?.[1];
}

/** "3.0" heads 3.1, 3.2, and may stand anywhere. */
function isChapter(number: string): boolean {
  return /^\d+\.0$/.test(number);
}

/** "2.1" and "2.1.3" are within "2", "6d" is within "6". */
function isWithin(number: string, above: string): boolean {
  return (
    number.startsWith(`${above}.`) || (number.startsWith(above) && /^[a-z]$/.test(number.slice(above.length)))
  );
}

function meantNumber(number: string, above: string, position: number): string {
  return /[a-z]$/.test(number) ? `${above}${String.fromCharCode(96 + position)}` : `${above}.${position}`;
}
