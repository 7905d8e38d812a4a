import type { DocumentFacts, Problem } from '../model/index.ts';
import { misplacedSections } from '../resolve/misplaced-sections.ts';
import type { Rule } from './rule.ts';

/** In a run of sections that have the number of the same wrong parent, the first one is the mistake. */
export const misplacedSectionNumber: Rule = {
  id: 'misplaced-section-number',
  group: 'sections',
  severity: 'error',
  summary: 'The number of a section begins with the number of the section above it',
  isPerDocument: true,
  *check(graph) {
    for (const facts of graph.documents) yield* problemsOf(facts);
  },
};

function* problemsOf(facts: DocumentFacts): Iterable<Problem> {
  for (const { section, above, expected, follows } of misplacedSections(facts)) {
    if (follows) continue;
    yield {
      at: section.range,
      message: `"${section.heading}" has the number ${section.number} and stands under "${above.heading}"; ${expected ?? 'a heading of the same level'} was expected.`,
      suggestion: expected,
      related: [{ at: { file: facts.path, line: above.range.line }, note: `Section ${above.number}` }],
    };
  }
}
