import { joinWords } from '../text/lists.ts';
import { placeOf } from '../text/describe.ts';
import type { Rule } from './rule.ts';

export const brokenStep: Rule = {
  id: 'broken-step',
  group: 'sections',
  severity: 'error',
  summary: 'A step that prose names exists in the sequence that owns it',
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.why !== 'missing-step') continue;
      const owner = graph.document(edge.owner!)!;
      const number = edge.target.slice(edge.target.lastIndexOf('/') + 1);
      const steps = owner.sections.flatMap((section) => section.step ?? []);
      yield {
        at: placeOf(edge),
        message: `Step ${number} does not exist: the steps of ${owner.path} are ${joinWords([...new Set(steps)])}.`,
      };
    }
  },
};
