import type { DocumentFacts, Problem, SourceRange } from '../model/index.ts';
import { sectionsOf, worksOf } from '../resolve/works.ts';
import type { Rule } from './rule.ts';

/** The numbers of a work in several files are those of one document. */
export const duplicateSectionNumber: Rule = {
  id: 'duplicate-section-number',
  group: 'sections',
  severity: 'error',
  summary: 'A section number occurs once in its document',
  *check(graph) {
    for (const parts of worksOf(graph.documents)) yield* duplicates(parts);
  },
};

function* duplicates(parts: readonly DocumentFacts[]): Iterable<Problem> {
  const firsts = new Map<string, SourceRange>();
  for (const section of sectionsOf(parts)) {
    if (section.number === undefined) continue;
    const first = firsts.get(section.number);
    if (first === undefined) firsts.set(section.number, section.range);
    else {
      const where =
        first.file === section.range.file ? `line ${first.line}` : `line ${first.line} of ${first.file}`;
      yield {
        at: section.range,
        message: `"${section.heading}" has the number ${section.number}, which ${where} has already; references to it are ambiguous.`,
        related: [
          { at: { file: first.file, line: first.line }, note: `the first Section ${section.number}` },
        ],
      };
    }
  }
}
