import type { DocumentFacts, Problem } from '../model/index.ts';
import type { Rule } from './rule.ts';

export const duplicateSectionNumber: Rule = {
  id: 'duplicate-section-number',
  group: 'sections',
  severity: 'error',
  summary: 'A section number occurs once in its document',
  *check(graph) {
    for (const facts of graph.documents) yield* duplicates(facts);
  },
};

function* duplicates(facts: DocumentFacts): Iterable<Problem> {
  const first = new Map<string, number>();
  for (const section of facts.sections) {
    if (section.number === undefined) continue;
    const line = first.get(section.number);
    if (line === undefined) first.set(section.number, section.range.line);
    else {
      yield {
        at: section.range,
        message: `"${section.heading}" has the number ${section.number}, which line ${line} has already; references to it are ambiguous.`,
        related: [{ at: { file: facts.path, line }, note: `the first Section ${section.number}` }],
      };
    }
  }
}
