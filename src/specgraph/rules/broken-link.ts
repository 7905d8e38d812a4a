import type { GraphEdge, Problem } from '../model/index.ts';
import { placeOf, relativeUrl } from '../text/describe.ts';
import type { Rule } from './rule.ts';

export const brokenLink: Rule = {
  id: 'broken-link',
  group: 'links',
  severity: 'error',
  summary: 'A link points at a file that exists',
  fixable: true,
  *check(graph) {
    for (const edge of graph.edges) if (edge.why === 'missing-file') yield describe(edge);
  },
};

function describe(edge: GraphEdge): Problem {
  const file = placeOf(edge).file;
  const fragment = /#.*$/.exec(edge.url ?? '')?.[0] ?? '';
  const moved = edge.nearest && relativeUrl(file, edge.nearest) + fragment;
  return {
    at: edge.urlRange ?? placeOf(edge),
    message: `The link points to "${edge.url}", but there is no such file.`,
    suggestion: moved,
    fix: moved && sameName(edge) ? [{ range: edge.urlRange!, text: moved }] : undefined,
  };
}

/** Whether the file that was probably meant has the same name: it was moved, so there is one right answer. */
function sameName(edge: GraphEdge): boolean {
  const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  return name(edge.nearest ?? '') === name((edge.url ?? '').replace(/[?#].*$/, ''));
}
