import { joinWords } from '../text/lists.ts';
import type { Rule } from './rule.ts';

/** A document with fewer of them shows parts of its scripts only. */
const MIN_EXITS = 2;

export const unknownExitStatus: Rule = {
  id: 'unknown-exit-status',
  group: 'statements',
  severity: 'error',
  summary: 'An exit status that a document states is one that its scripts end with',
  isPerDocument: true,
  *check(graph) {
    for (const { exitStatuses } of graph.documents) {
      const { inCode, stated } = exitStatuses;
      if (inCode.length < MIN_EXITS) continue;
      const known = [...new Set(inCode)].toSorted();
      const failing = known.filter((one) => one !== '0');
      for (const { status, range } of stated) {
        if (status === '0' || known.includes(status)) continue;
        yield {
          at: range,
          message: `No script of this document ends with ${status}; they end with ${joinWords(known)}.`,
          suggestion: failing.length === 1 ? failing[0] : undefined,
        };
      }
    }
  },
};
