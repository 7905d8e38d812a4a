import type { DocumentFacts, Problem, SectionFacts } from '../model/index.ts';
import type { Rule } from './rule.ts';

/** One finding for a run of sections that share the wrong number of their parent: the first one is the mistake. */
export const misplacedSectionNumber: Rule = {
  id: 'misplaced-section-number',
  group: 'sections',
  severity: 'error',
  summary: 'A section stands under the section whose number its own number begins with',
  *check(graph) {
    for (const facts of graph.documents) yield* misplaced(facts);
  },
};

function* misplaced(facts: DocumentFacts): Iterable<Problem> {
  const bySlug = new Map(facts.sections.map((section) => [section.slug, section]));
  const numbers = new Set(facts.sections.map(({ number }) => number));
  const reported = new Set<string>();
  const children = new Map<string, number>();
  const wrong = new Set<string>();
  for (const section of facts.sections) {
    const above = numberedAbove(section, bySlug);
    if (section.number === undefined || above?.number === undefined) continue;
    const position = (children.get(above.slug) ?? 0) + 1;
    children.set(above.slug, position);
    const parent = parentNumberOf(section.number);
    if (parent === undefined || section.number === above.number || isWithin(section.number, above.number))
      continue;
    // Parts of a misplaced section are in their place, and where no section has the parent's number, the parent is wrong.
    if (wrong.has(parent) || !numbers.has(parent)) continue;
    wrong.add(section.number);
    const run = `${above.slug} ${parent}`;
    if (reported.has(run)) continue;
    reported.add(run);
    // "3.7" below "3.6": the number is right, the heading is one level too deep.
    const isTooDeep = parent === parentNumberOf(above.number);
    const meant = isTooDeep ? undefined : meantNumber(section.number, above.number, position);
    const expected = meant ? `${meant} was expected` : `a heading of the same level was expected`;
    yield {
      at: section.range,
      message: `"${section.heading}" has the number ${section.number} and stands under "${above.heading}"; ${expected}.`,
      suggestion: meant,
      related: [{ at: { file: facts.path, line: above.range.line }, note: `Section ${above.number}` }],
    };
  }
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

/** "2.1" and "2.1.3" are within "2", "6d" within "6"; a chapter "7.2" may be the parent of "7.3" set one level too deep. */
function isWithin(number: string, above: string): boolean {
  return number.startsWith(`${above}.`) || new RegExp(`^${above}[a-z]$`).test(number);
}

function meantNumber(number: string, above: string, position: number): string {
  return /[a-z]$/.test(number) ? `${above}${String.fromCharCode(96 + position)}` : `${above}.${position}`;
}
