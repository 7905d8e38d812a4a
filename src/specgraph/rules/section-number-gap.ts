import { LETTER_SERIES } from '../kinds/numbered.ts';
import type { DocumentFacts, Problem, SectionFacts } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { misplacedSections } from '../resolve/misplaced-sections.ts';
import { sectionsOf, worksOf } from '../resolve/works.ts';
import type { Rule } from './rule.ts';

/** Lettered sections between two numbers (5, 5a, 6) are insertions, not gaps. */
export const sectionNumberGap: Rule = {
  id: 'section-number-gap',
  group: 'sections',
  severity: 'error',
  summary: 'Section numbers follow one another without a gap',
  *check(graph) {
    for (const parts of worksOf(graph.documents)) {
      yield* gaps(parts);
      yield* lostHeadings(parts);
    }
  },
};

/** @param parts the files of one work, in their order; mostly one */
function* gaps(parts: readonly DocumentFacts[]): Iterable<Problem> {
  const sections = sectionsOf(parts);
  // A file that is an appendix as a whole may be any of its work.
  const isAppendix = sections.every(({ number }) => number === undefined || /^[A-Z]/.test(number));
  // A section under the wrong parent is a mistake of its own.
  const misplaced = new Set(parts.flatMap(misplacedSections).map(({ section }) => section));
  const taken = new Set(
    [...misplaced, ...parts.flatMap((part) => part.numberedParagraphs ?? [])].map(({ number }) => number),
  );
  const last = new Map<string, { ordinal: number; section: SectionFacts }>();
  for (const section of sections) {
    if (section.number === 'Appendix') last.set(LETTER_SERIES, { ordinal: 26, section });
    const place =
      section.number === undefined || misplaced.has(section) ? undefined : ordinalOf(section.number);
    if (!place) continue;
    const before = last.get(place.series);
    const expected = before ? before.ordinal + 1 : place.first;
    const isOwnTitle = place.series === LETTER_SERIES && !before && isAppendix;
    if (
      place.ordinal > expected &&
      !taken.has(place.name(expected)) &&
      !standsAtOtherLevel(place.name(expected), section, sections) &&
      !isOwnTitle
    ) {
      yield {
        at: section.range,
        message: `"${section.heading}" has the number ${section.number}, ${place.name(expected)} was expected${before ? ` after ${before.section.number}` : ''}.`,
        suggestion: place.name(expected),
        about: nodeId.missingSection(documentOfSection(section, parts), place.name(expected)),
        isOrigin: true,
      };
    }
    if (!before || place.ordinal > before.ordinal)
      last.set(place.series, { ordinal: place.ordinal, section });
    // 3, 4.1, 4.2, 5: the parts of 4 count as 4.
    const whole = /^\d+(?=\.)/.exec(section.number!)?.[0];
    if (whole && Number(whole) === (last.get('')?.ordinal ?? Number.NaN) + 1)
      last.set('', { ordinal: Number(whole), section });
  }
}

/** So many sections with parts must have headings of their own before one without is a mistake. */
const MIN_WITH_HEADING = 2;

/** Sections 3.1 and 3.2 between Sections 2 and 4, where all other sections with parts have headings of their own. */
function* lostHeadings(parts: readonly DocumentFacts[]): Iterable<Problem> {
  const sections = sectionsOf(parts);
  const numbers = new Set(sections.map(({ number }) => number));
  const firstParts = new Map<string, SectionFacts>();
  for (const section of sections) {
    const whole = /^(\d+)[.a-z]/.exec(section.number ?? '')?.[1];
    if (whole !== undefined && !firstParts.has(whole)) firstParts.set(whole, section);
  }
  const lost = [...firstParts].filter(([whole]) => !numbers.has(whole));
  if (lost.length !== 1 || firstParts.size <= MIN_WITH_HEADING) return;
  const [[whole, section]] = lost;
  if (!numbers.has(String(Number(whole) - 1)) || !numbers.has(String(Number(whole) + 1))) return;
  yield {
    at: section.range,
    message: `"${section.heading}" is a part of Section ${whole}, which has no heading.`,
    about: nodeId.missingSection(documentOfSection(section, parts), whole),
    isOrigin: true,
  };
}

/** Id of the part that holds the section. */
function documentOfSection(section: SectionFacts, parts: readonly DocumentFacts[]): string {
  return parts.find(({ path }) => path === section.range.file)!.id;
}

/** A number that stands at another level is not missing; where it should stand is another question. */
function standsAtOtherLevel(
  number: string,
  { depth }: SectionFacts,
  sections: readonly SectionFacts[],
): boolean {
  return sections.some(
    (section) => (section.written ?? section.number) === number && section.depth !== depth,
  );
}

interface Ordinal {
  /** Key of the series that the number belongs to: "" for 1, 2, 3; "6." for 6.1, 6.2; "6*" for 6a, 6b. */
  series: string;
  ordinal: number;
  /** The first number of the series. A document may be one chapter of a work and begin with any number. */
  first: number;
  name(ordinal: number): string;
}

function ordinalOf(number: string): Ordinal | undefined {
  const letter = /^(\d+)([a-z])$/.exec(number);
  if (letter) {
    return {
      series: `${letter[1]}*`,
      ordinal: letter[2].charCodeAt(0) - 96,
      first: 1,
      name: (value) => letter[1] + String.fromCharCode(96 + value),
    };
  }
  const appendix = /^[A-Z]$/.test(number);
  if (appendix)
    return {
      series: LETTER_SERIES,
      ordinal: number.charCodeAt(0) - 64,
      first: 1,
      name: (value) => String.fromCharCode(64 + value),
    };
  const decimal = /^(\d+(?:\.\d+)*\.)?(\d+)$/.exec(number);
  if (!decimal) return undefined;
  const stem = decimal[1] ?? '';
  const ordinal = Number(decimal[2]);
  return { series: stem, ordinal, first: stem === '' ? ordinal : 1, name: (value) => stem + value };
}
