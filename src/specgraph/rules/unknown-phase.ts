import { extent, placeOf } from '../text/describe.ts';
import type { Rule } from './rule.ts';

export const unknownPhase: Rule = {
  id: 'unknown-phase',
  group: 'claims',
  severity: 'error',
  summary: 'A phase that prose names is one of the configured phases',
  isPerDocument: true,
  *check(graph, { config }) {
    const numbers = config.phases?.map((phase) => phase.number) ?? [];
    for (const edge of graph.edges) {
      if (edge.why !== 'unknown-phase') continue;
      yield {
        at: placeOf(edge),
        message: `"${edge.text}" names a phase that does not exist: the phases run from ${extent(numbers)}.`,
      };
    }
  },
};
