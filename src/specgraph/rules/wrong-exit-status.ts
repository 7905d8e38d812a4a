import type { Rule } from './rule.ts';
import { isRightEnding } from './shared/endings.ts';

/** A message of the script itself says how it ended: 0 stands for success, all other statuses for a failure. */
export const wrongExitStatus: Rule = {
  id: 'wrong-exit-status',
  group: 'statements',
  severity: 'error',
  summary: 'A script that reports a failure does not end with 0, and one that reports a success does',
  isPerDocument: true,
  *check(graph) {
    for (const { endings } of graph.documents)
      for (const ending of endings) {
        const { message, outcome, status, line, range } = ending;
        if (isRightEnding(ending)) continue;
        const meaning = status === '0' ? 'success' : 'a failure';
        yield {
          at: range,
          message: `The script reports a ${outcome} and ends with ${status}, which stands for ${meaning}.`,
          suggestion: outcome === 'success' ? '0' : undefined,
          related: [{ at: { file: range.file, line }, note: message }],
        };
      }
  },
};
