import { nodeId } from '../resolve/ids.ts';
import { extent, placeOf } from '../text/describe.ts';
import type { Rule } from './rule.ts';

export const unknownDocument: Rule = {
  id: 'unknown-document',
  group: 'documents',
  severity: 'error',
  summary: 'A document that prose names by its number exists',
  *check(graph) {
    const numbers = graph.documents.flatMap((document) => document.number ?? []).toSorted();
    for (const edge of graph.edges) {
      if (edge.why !== 'missing-document') continue;
      yield {
        at: placeOf(edge),
        message: edge.names
          ? `"${nodeId.nameOf(edge.target)}", named as the owner of "${edge.text}", is not a document of this set.`
          : `"${edge.text}" is not a document of this set: the numbers run from ${extent(numbers)}.`,
        suggestion: edge.nearest,
      };
    }
  },
};
