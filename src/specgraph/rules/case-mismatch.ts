import { placeOf, relativeUrl } from '../text/describe.ts';
import type { Rule } from './rule.ts';

export const caseMismatch: Rule = {
  id: 'case-mismatch',
  group: 'links',
  severity: 'error',
  summary: 'A link spells the file as it is spelled on disk, capitals included',
  fixable: true,
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.why !== 'case') continue;
      const at = edge.urlRange ?? placeOf(edge);
      const text =
        relativeUrl(placeOf(edge).file, edge.nearest!) + (/[?#].*$/.exec(edge.url ?? '')?.[0] ?? '');
      yield {
        at,
        message: `The link points to "${edge.url}", the file is spelled "${edge.nearest}"; this breaks where letter case counts.`,
        suggestion: text,
        fix: [{ range: at, text }],
      };
    }
  },
};
